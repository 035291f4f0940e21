package org.scrutineer.lint;

import org.jspecify.annotations.Nullable;

/**
 * A place where a rule is broken.
 *
 * @param sheet null where it is about the whole workbook
 * @param cell e.g. {@code C14} or {@code C14:D20}; null where it is about the whole sheet
 * @param found what stands there, in words that follow "found"
 */
public record Problem(
        Rule rule, @Nullable String sheet, @Nullable String cell, String found) {

    static Problem ofWorkbook(Rule rule, String found) {
        return new Problem(rule, null, null, found);
    }

    static Problem ofSheet(Rule rule, String sheet, String found) {
        return new Problem(rule, sheet, null, found);
    }

    /** Where, what was found, what was expected and what to do: "sheet Summary, cell A1: found …; expected …. …" */
    public String sentence() {
        String place = (sheet == null ? "the workbook" : "sheet " + sheet) + (cell == null ? "" : ", cell " + cell);
        return place + ": found " + found + "; expected " + rule.expected() + ". " + rule.remedy();
    }
}
