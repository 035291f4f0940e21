package org.scrutineer.answers;

/**
 * What a team wrote beside a finding that it holds to be right.
 *
 * @param rule of the finding
 * @param sheet blank where the finding is about the whole file
 * @param cell the words under "Cell", which name more than one cell where the finding does
 * @param found what stood there, blank where nothing did
 * @param answer never blank
 */
public record GivenAnswer(String rule, String sheet, String cell, String found, String answer) {

    /** Whether it was given about the same thing, at the same place. */
    boolean sameAs(GivenAnswer other) {
        return sameButPlace(other) && cell.equals(other.cell);
    }

    /** Whether it was given about the same thing, which may have moved to another row. */
    boolean sameButPlace(GivenAnswer other) {
        return rule.equals(other.rule)
                && sheet.equalsIgnoreCase(other.sheet)
                && found.strip().equals(other.found.strip());
    }
}
