package org.scrutineer.workbook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WorkbookConfig {

    @Bean
    SourceWorkbooks sourceWorkbooks() {
        return new SourceWorkbooks(Limits.DEFAULT);
    }
}
