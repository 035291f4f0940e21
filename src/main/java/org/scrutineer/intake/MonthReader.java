package org.scrutineer.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.ReportingPeriod;

/** Reads months, by their name or by any day in them. */
final class MonthReader extends ValueReader {

    MonthReader(Column column) {
        super(column);
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        Optional<ReportingPeriod> month = switch (cells.kind(index)) {
            case DATE -> Optional.of(ReportingPeriod.containing(LocalDate.ofEpochDay(cells.epochDay(index))));
            case TEXT -> ReportingPeriod.read(cells.text(index));
            default -> Optional.empty();
        };
        if (month.isEmpty() || !TypedText.isReportable(month.get().firstDay())) {
            return new CellProblem(
                    ReadingRule.MONTH_EXPECTED, expected(), "Type the month as December 2018 or 2018-12.");
        }
        be(month.get().firstDay().toEpochDay());
        return null;
    }
}
