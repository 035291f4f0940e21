package org.scrutineer.answers;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where answers go.
 *
 * @param folder a folder a team in it, and in that one a period
 * @param checkFolder what is put in here is checked, not received, and answered beside it
 */
@ConfigurationProperties("answers")
record AnswersProperties(Path folder, Path checkFolder) {

    AnswersProperties {
        folder = folder.toAbsolutePath().normalize();
        checkFolder = checkFolder.toAbsolutePath().normalize();
    }
}
