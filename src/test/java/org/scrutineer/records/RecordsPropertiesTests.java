package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class RecordsPropertiesTests {

    @Test
    void onlyTheFolderMustBeSaid() {
        assertThat(bound(Map.of("records.folder", "output/records")))
                .isEqualTo(
                        new RecordsProperties("output/records", 2, DataSize.ofGigabytes(1), DataSize.ofGigabytes(20)))
                .isEqualTo(RecordsProperties.defaults("output/records"));
    }

    @Test
    void allOfItCanBeSaid() {
        var settings = bound(Map.of(
                "records.folder", "/srv/../data/records",
                "records.threads", "8",
                "records.memory-limit", "512MB",
                "records.spill-limit", "2GB"));

        assertThat(settings)
                .isEqualTo(new RecordsProperties(
                        "/srv/../data/records", 8, DataSize.ofMegabytes(512), DataSize.ofGigabytes(2)));
        assertThat(settings.path()).isEqualTo(Path.of("/data/records"));
    }

    @Test
    void theMemoryIsThatOfBothEnginesTogether() {
        RecordsProperties usual = RecordsProperties.defaults("records");
        RecordsProperties least = bound(Map.of("records.folder", "records", "records.memory-limit", "400MB"));

        assertThat(usual.forSmallTables().memoryLimit()).isEqualTo(DataSize.ofMegabytes(256));
        assertThat(usual.forCountedRows().memoryLimit()).isEqualTo(DataSize.ofMegabytes(768));
        assertThat(least.forSmallTables().memoryLimit()).isEqualTo(DataSize.ofMegabytes(200));
        assertThat(least.forCountedRows().memoryLimit()).isEqualTo(DataSize.ofMegabytes(200));
    }

    private static RecordsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("records", RecordsProperties.class)
                .get();
    }
}
