package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.util.unit.DataSize;

/** That figures do not depend on how many threads work on them. More rows than one thread takes at a time. */
class ExactSumsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final int RETURNS = 3;
    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    private final Catalogue catalogue = aCatalogue().catalogue();
    private BigDecimal written = BigDecimal.ZERO;

    @Test
    void theSameRowsGiveTheSameSumsMediansAndCountsOnAnyNumberOfThreads() throws IOException {
        List<SelectedSegment> segments = seal();

        List<String> onOne = figures(segments, 1);

        assertThat(onOne).hasSize(RETURNS + 1).last().asString().startsWith("null " + written + " ");
        assertThat(figures(segments, 4)).isEqualTo(onOne);
        assertThat(figures(segments, 4)).isEqualTo(onOne);
    }

    /** By team, then for all: sum, median, how many people there are, and rows. */
    private List<String> figures(List<SelectedSegment> segments, int threads) {
        var settings =
                new RecordsProperties(folder.toString(), threads, DataSize.ofGigabytes(1), DataSize.ofGigabytes(1));
        try (RecordStore store = new RecordStore(catalogue, settings);
                RecordSet records = store.select(segments, DECEMBER)) {
            return records.query(
                    "select team, sum(hours), median(hours), count(distinct child), count(*) from visits"
                            + " group by grouping sets ((team), ()) order by team nulls last",
                    row -> row.getString(1) + " " + row.getBigDecimal(2) + " " + row.getBigDecimal(3) + " "
                            + row.getLong(4) + " " + row.getLong(5));
        }
    }

    /** Sums in which floating point would lose the small numbers beside the large. */
    private List<SelectedSegment> seal() throws IOException {
        var random = new Random(11);
        Dataset visits = SealedReturns.dataset(catalogue, "visits");
        var segments = new ArrayList<SelectedSegment>();
        try (RecordStore store = new RecordStore(catalogue, RecordsProperties.defaults(folder.toString()))) {
            for (int number = 0; number < RETURNS; number++) {
                try (StagedReturn staged = store.stage(DECEMBER)) {
                    write(staged, visits, number, random);
                    Segment segment = staged.seal(visits, Set.of(), "return-" + number + ".parquet");
                    segments.add(new SelectedSegment(segment, DECEMBER, LocalDate.of(2019, 1, 4), number));
                }
            }
        }
        return segments;
    }

    private void write(StagedReturn staged, Dataset visits, int number, Random random) {
        try (RowWriter writer = staged.write(visits)) {
            for (int row = 0; row < ROWS; row++) {
                long hours = random.nextInt(100) == 0 ? 9_000_000_000_000L + random.nextInt(9) : random.nextInt(10_000);
                written = written.add(BigDecimal.valueOf(hours, 4));
                writer.begin("team-" + number, row + 2);
                writer.text("child-" + number + "-" + row);
                writer.date(LocalDate.of(2018, 12, 5).toEpochDay());
                writer.decimal(hours);
                writer.end();
            }
        }
    }
}
