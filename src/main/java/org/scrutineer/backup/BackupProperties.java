package org.scrutineer.backup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is backed up, and where to.
 *
 * @param output the folder that is backed up
 * @param folder where backups are made unless a command names another; left out of backups
 */
@ConfigurationProperties("backup")
record BackupProperties(Path output, Path folder) {

    BackupProperties {
        output = output.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
    }
}
