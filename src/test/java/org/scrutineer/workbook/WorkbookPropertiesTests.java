package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WorkbookPropertiesTests {

    @Test
    void onlyTheScratchFolderMustBeSaid() {
        assertThat(bound(Map.of("workbook.scratch", "output/.scratch")))
                .isEqualTo(new WorkbookProperties(
                        Path.of("output/.scratch"),
                        WorkbookProperties.Profile.DEFAULT,
                        "UTF-8",
                        WorkbookProperties.Delimiter.COMMA,
                        null,
                        DataSize.ofMegabytes(512),
                        Duration.ofSeconds(60),
                        DataSize.ofMegabytes(10)));
    }

    @Test
    void allOfItCanBeSaid() {
        assertThat(bound(Map.of(
                        "workbook.scratch", "/srv/scratch",
                        "workbook.limits", "large",
                        "workbook.csv-encoding", "windows-1252",
                        "workbook.csv-delimiter", "tab",
                        "workbook.passwords-file", "/etc/passwords",
                        "workbook.worker-memory", "1GB",
                        "workbook.worker-time-limit", "2m",
                        "workbook.recalculate-up-to", "0MB")))
                .isEqualTo(new WorkbookProperties(
                        Path.of("/srv/scratch"),
                        WorkbookProperties.Profile.LARGE,
                        "windows-1252",
                        WorkbookProperties.Delimiter.TAB,
                        Path.of("/etc/passwords"),
                        DataSize.ofGigabytes(1),
                        Duration.ofMinutes(2),
                        DataSize.ofMegabytes(0)));
    }

    @Test
    void theProfilesAreThoseThatArePromised() {
        assertThat(WorkbookProperties.Profile.DEFAULT.limits().packedBytes()).isEqualTo(50L << 20);
        assertThat(WorkbookProperties.Profile.DEFAULT.limits().rows()).isEqualTo(200_000);
        assertThat(WorkbookProperties.Profile.LARGE.limits().packedBytes()).isEqualTo(160L << 20);
        assertThat(WorkbookProperties.Profile.LARGE.limits().rows()).isEqualTo(Limits.LAST_ROW);
    }

    @Test
    void thereAreAtMostThirtyReasonsToRefuseAFile() {
        assertThat(Refusal.values()).hasSizeLessThanOrEqualTo(30).allSatisfy(refusal -> {
            assertThat(refusal.code()).matches("[a-z-]+");
            assertThat(refusal.sentence()).matches("[a-z].*[^.]");
            assertThat(refusal.remedy()).matches("[A-Z].*\\.");
        });
    }

    private static WorkbookProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("workbook", WorkbookProperties.class)
                .get();
    }
}
