package org.scrutineer.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;

class WorkloadTests {

    private static final int RETURNS = 2;
    private static final int SHEETS = 6;
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Workload.write(folder.resolve("one"), RETURNS, SHEETS, ROWS);
        Workload.write(folder.resolve("other"), RETURNS, SHEETS, ROWS);

        for (Path file : Floor.files(folder.resolve("one"))) {
            assertThat(file).hasSameBinaryContentAs(folder.resolve("other").resolve(file.getFileName()));
        }
    }

    @Test
    void aboutFourteenRowsInAThousandHaveAMistake() throws IOException {
        Tally tally = Workload.write(folder, RETURNS, SHEETS, ROWS);

        assertThat(tally.rows()).isBetween(RETURNS * SHEETS * 285L, RETURNS * SHEETS * 315L);
        assertThat(tally.refused() * 1_000.0 / tally.rows()).isBetween(8.0, 20.0);
    }

    @Test
    void theCatalogueOfTheReturnsIsSound() throws IOException {
        BenchmarkCatalogue.write(folder, RETURNS);

        assertThat(CatalogueReader.read(folder)).isInstanceOf(CatalogueReading.Read.class);
    }
}
