package org.scrutineer.persons;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where is searched beside the archive, the ledger and the answers to teams.
 *
 * @param input the drop folder
 * @param checkFolder the folder for files that are only checked
 * @param internal data of runs before small numbers are hidden
 * @param outbox mails in files
 */
@ConfigurationProperties("persons")
record PersonsProperties(Path input, Path checkFolder, Path internal, Path outbox) {

    PersonsProperties {
        input = input.toAbsolutePath().normalize();
        checkFolder = checkFolder.toAbsolutePath().normalize();
        internal = internal.toAbsolutePath().normalize();
        outbox = outbox.toAbsolutePath().normalize();
    }
}
