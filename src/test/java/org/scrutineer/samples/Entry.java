package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.FormulaError;

/** What a team means to enter in a cell; how it is written there is a matter of its style and habits. */
sealed interface Entry {

    record Text(String text) implements Entry {}

    record Code(String code) implements Entry {}

    record Day(LocalDate date) implements Entry {}

    record Moment(LocalDateTime time) implements Entry {}

    record Answer(boolean yes) implements Entry {}

    record Number(BigDecimal number) implements Entry {}

    record Money(BigDecimal pounds) implements Entry {}

    /** Nobody is allocated, which every team says in its own way. */
    record NoWorker() implements Entry {}

    /** Typed exactly so, by somebody who got it wrong. */
    record Typed(String text) implements Entry {}

    record ExcelError(FormulaError error) implements Entry {}

    /** A sum of other cells of the row, which are named in braces: {@code {spent}+{remaining}}. */
    record Calculation(String formula) implements Entry {}
}
