package org.scrutineer.workbook;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
@EnableConfigurationProperties(WorkbookProperties.class)
class WorkbookConfig {

    /** {@code WORKBOOK_PASSWORDS_NORTH} is the password of team {@code north}. */
    private static final String PASSWORDS = "workbook.passwords";

    @Bean
    SourceWorkbooks sourceWorkbooks(WorkbookProperties settings, Environment environment) throws IOException {
        Map<String, String> passwords = Binder.get(environment)
                .bind(PASSWORDS, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return SourceWorkbooks.of(settings, Passwords.of(passwords, settings.passwordsFile()));
    }
}
