package org.scrutineer.retention;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where copies of what was received lie.
 *
 * @param output the folder of the installation
 * @param internal data of runs before small numbers are hidden, a folder a period and in it a folder a run
 * @param outbox mails in files
 * @param input the drop folder
 * @param trials copies of ledger, archive and records for runs that are only tried, a folder a trial
 */
@ConfigurationProperties("retention")
record RetentionProperties(
        Path output,
        Path archive,
        Path records,
        Path publications,
        Path teams,
        Path internal,
        Path outbox,
        Path input,
        Path checkFolder,
        Path trials) {

    RetentionProperties {
        output = output.toAbsolutePath().normalize();
        archive = archive.toAbsolutePath().normalize();
        records = records.toAbsolutePath().normalize();
        publications = publications.toAbsolutePath().normalize();
        teams = teams.toAbsolutePath().normalize();
        internal = internal.toAbsolutePath().normalize();
        outbox = outbox.toAbsolutePath().normalize();
        input = input.toAbsolutePath().normalize();
        checkFolder = checkFolder.toAbsolutePath().normalize();
        trials = trials.toAbsolutePath().normalize();
    }
}
