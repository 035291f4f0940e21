package org.scrutineer.web.upload;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(UploadProperties.class)
class UploadConfig {

    /** How large one file may be is told file by file, and is no matter of the server's. */
    private static final long ANY_SIZE = -1;

    /** Of files as they arrive none stays in memory, and none lies where others can read it. */
    @Bean
    MultipartConfigElement uploadedFiles(UploadProperties settings) throws IOException {
        PrivateFolders.create(settings.folder());
        return new MultipartConfigElement(
                settings.folder().toAbsolutePath().toString(), ANY_SIZE, settings.largestUpload(), 0);
    }
}
