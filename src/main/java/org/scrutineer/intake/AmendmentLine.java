package org.scrutineer.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be amended or left out, as somebody wrote it.
 *
 * @param submission name or number of the return
 * @param sheet of it
 * @param cell e.g. {@code C14}; where a row is left out, its number will do
 * @param old what stands there, so that nothing is amended that was mistaken for something else
 * @param replacement what is to count instead; not looked at where a row is left out
 */
public record AmendmentLine(
        String submission,
        String sheet,
        String cell,
        String old,
        CellValue replacement,
        String reason,
        String askedBy,
        String approvedBy) {

    /** The parts of a line. */
    public enum Part {
        SUBMISSION,
        SHEET,
        CELL,
        OLD,
        NEW,
        REASON,
        ASKED_BY,
        APPROVED_BY;

        /** As lists are headed by it, e.g. {@code asked by}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param expected in words that follow "expected"
     * @param remedy what to do, as a sentence
     */
    public record Problem(Part part, String found, String expected, String remedy) {}

    /** What a line comes to: an amendment of a return. */
    public record Agreed(Submission submission, Amendment amendment) {}

    /** @param agreed empty where anything is wrong with the line */
    public record Checked(Optional<Agreed> agreed, List<Problem> problems) {

        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /** A line about a return, with a replacement as a person types it into a page. */
    public static AmendmentLine typed(
            Submission submission,
            String sheet,
            String cell,
            String old,
            String replacement,
            String reason,
            String askedBy,
            String approvedBy) {
        return new AmendmentLine(
                Long.toString(submission.id()),
                TypedText.tidy(sheet),
                TypedText.tidy(cell),
                TypedText.tidy(old),
                CellValue.text(replacement),
                TypedText.tidy(reason),
                TypedText.tidy(askedBy),
                TypedText.tidy(approvedBy));
    }
}
