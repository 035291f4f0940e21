package org.scrutineer.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfig {

    @Bean
    Pause pause(IntakeProperties settings) {
        return () -> {
            try {
                Thread.sleep(settings.pause().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for files to arrive", e);
            }
        };
    }
}
