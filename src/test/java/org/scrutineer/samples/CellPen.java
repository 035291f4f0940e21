package org.scrutineer.samples;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;

/** Writes an entry into a cell, in the team's style and with its habits. */
final class CellPen {

    private static final List<DateTimeFormatter> TYPED_DATES = List.of(
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK),
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("' 'dd.MM.yyyy' '", Locale.UK));
    private static final DecimalFormatSymbols POINT = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final List<String> NOBODY = List.of("", "", "Unallocated", "TBC", "N/A", "-", "#N/A");
    private static final char NON_BREAKING_SPACE = '\u00a0';

    private final Cover cover;
    private final HouseStyle style;
    private final Inks inks;

    CellPen(SampleReturn sent, Inks inks) {
        this.cover = sent.cover();
        this.style = sent.style();
        this.inks = inks;
    }

    /** @param dice for what the team does now one way, now another */
    void write(Cell cell, Layout.Heading heading, Entry entry, Dice dice) {
        cell.setCellStyle(inks.body("General"));
        if (entry instanceof Entry.Text text) {
            writeText(cell, text.text(), dice);
        } else if (entry instanceof Entry.Code code) {
            cell.setCellValue(stray(words(heading, code.code(), dice), dice));
        } else if (entry instanceof Entry.Day day) {
            writeDate(cell, day.date(), dice);
        } else if (entry instanceof Entry.Moment moment) {
            cell.setCellStyle(inks.body("dd/mm/yyyy hh:mm"));
            cell.setCellValue(moment.time());
        } else if (entry instanceof Entry.Answer answer) {
            cell.setCellValue(answer.yes() ? style.yes() : style.no());
        } else if (entry instanceof Entry.Number number) {
            cell.setCellStyle(inks.body(heading.column().endsWith("fte") ? "0.00" : "General"));
            cell.setCellValue(number.number().doubleValue());
        } else if (entry instanceof Entry.Money money) {
            writeMoney(cell, money.pounds(), dice);
        } else if (entry instanceof Entry.NoWorker) {
            writeNobody(cell, dice);
        } else if (entry instanceof Entry.Typed typed) {
            cell.setCellValue(typed.text());
        } else if (entry instanceof Entry.ExcelError error) {
            cell.setCellErrorValue(error.error().getCode());
        }
    }

    private void writeText(Cell cell, String text, Dice dice) {
        if (cover.has(Habit.NUMERIC_IDS) && text.matches("C\\d+")) {
            cell.setCellStyle(inks.body("0"));
            cell.setCellValue(Integer.parseInt(text.substring(1)));
        } else {
            cell.setCellValue(stray(text, dice));
        }
    }

    private String words(Layout.Heading heading, String code, Dice dice) {
        List<String> ways = heading.codes().getOrDefault(code, List.of(code));
        return cover.has(Habit.MIXED_CODES) ? dice.pick(ways) : style.choose(ways);
    }

    private void writeDate(Cell cell, LocalDate date, Dice dice) {
        if (cover.has(Habit.TEXT_DATES) && dice.chance(15)) {
            cell.setCellValue(dice.pick(TYPED_DATES).format(date));
        } else {
            cell.setCellStyle(inks.body(style.dateFormat()));
            cell.setCellValue(date);
        }
    }

    private void writeMoney(Cell cell, BigDecimal pounds, Dice dice) {
        if (cover.has(Habit.MONEY_AS_TEXT) && dice.chance(50)) {
            boolean withSign = dice.chance(50);
            cell.setCellValue(new DecimalFormat(withSign ? "£#,##0.00" : "#,##0.##", POINT).format(pounds));
        } else {
            cell.setCellStyle(inks.body("£#,##0.00"));
            cell.setCellValue(pounds.doubleValue());
        }
    }

    private static void writeNobody(Cell cell, Dice dice) {
        String said = dice.pick(NOBODY);
        if (said.equals("#N/A")) {
            cell.setCellErrorValue(FormulaError.NA.getCode());
        } else if (!said.isEmpty()) {
            cell.setCellValue(said);
        }
    }

    private String stray(String text, Dice dice) {
        if (!cover.has(Habit.STRAY_BLANKS) || !dice.chance(9)) {
            return text;
        }
        return dice.pick(List.of(text + "  ", NON_BREAKING_SPACE + text, text + NON_BREAKING_SPACE, " " + text));
    }
}
