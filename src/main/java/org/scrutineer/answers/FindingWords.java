package org.scrutineer.answers;

import java.util.ArrayList;
import org.scrutineer.intake.Finding;

/** A finding as lists tell it to whoever sent the return, part by part. */
public final class FindingWords {

    private static final int CELLS_NAMED = 5;

    private FindingWords() {}

    /** What it means for the return, e.g. {@code Row kept out}. */
    public static String consequence(Finding finding) {
        return finding.waiver() == null ? Phrase.consequence(finding.severity()) : "Put up with for now";
    }

    /** Its cells, e.g. {@code C14, D14 and Workers B2}; {@code Whole sheet} or {@code Whole file} where it is about none. */
    public static String place(Finding finding) {
        String sheet = finding.sheet();
        String cell = finding.cell();
        if (cell == null) {
            return sheet == null ? "Whole file" : "Whole sheet";
        }
        var named = new ArrayList<String>();
        named.add(cell);
        finding.also().stream()
                .limit(CELLS_NAMED)
                .map(place -> (place.sheet().equals(sheet) ? "" : place.sheet() + " ") + place.cell())
                .forEach(named::add);
        if (finding.also().size() > CELLS_NAMED) {
            named.add(finding.also().size() - CELLS_NAMED + " more");
        }
        return Phrase.list(named);
    }

    /** What was found, as typed; {@code (nothing)} for a blank, and empty where there is nothing to show. */
    public static String found(Finding finding) {
        String found = finding.found();
        return found == null ? "" : found.isEmpty() ? "(nothing)" : found;
    }

    /** What was expected; a rule says what is wrong rather than what is right. */
    public static String expected(Finding finding) {
        String otherwise = "otherwise: ";
        return finding.expected().startsWith(otherwise)
                ? "Not like this: " + finding.expected().substring(otherwise.length())
                : Phrase.capital(finding.expected());
    }

    /** What to do, with why it is put up with, if it is. */
    public static String remedy(Finding finding) {
        return finding.remedy() + (finding.waiver() == null ? "" : " " + finding.waiver());
    }
}
