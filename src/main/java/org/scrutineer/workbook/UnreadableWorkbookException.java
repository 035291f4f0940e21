package org.scrutineer.workbook;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a workbook, or not to its end; the other files go on. */
public class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final @Nullable String found;
    private final @Nullable String limit;

    UnreadableWorkbookException(Refusal refusal, @Nullable Throwable cause) {
        this(refusal, null, null, cause);
    }

    private UnreadableWorkbookException(
            Refusal refusal, @Nullable String found, @Nullable String limit, @Nullable Throwable cause) {
        super(refusal.sentence(), cause);
        this.refusal = refusal;
        this.found = found;
        this.limit = limit;
    }

    /** Something stands at a place of the file, e.g. {@code line 12}, that must not. */
    static UnreadableWorkbookException at(String place, Refusal refusal) {
        return new UnreadableWorkbookException(refusal, place, null, null);
    }

    /**
     * A limit is exceeded.
     *
     * @param found e.g. {@code 2,001 parts}
     */
    static UnreadableWorkbookException over(Refusal refusal, String found, long limit) {
        return new UnreadableWorkbookException(refusal, found, number(limit), null);
    }

    /** A limit in bytes is exceeded. */
    static UnreadableWorkbookException overBytes(Refusal refusal, long found, long limit) {
        return new UnreadableWorkbookException(refusal, megabytes(found, true), megabytes(limit, false), null);
    }

    /** With commas between thousands. */
    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }

    private static String megabytes(long bytes, boolean up) {
        long megabyte = 1 << 20;
        return number((up ? bytes + megabyte - 1 : bytes) / megabyte) + " MB";
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What is wrong, with the limit that is exceeded; without a capital or full stop. */
    public String sentence() {
        return refusal.sentence() + (limit == null ? "" : " (at most " + limit + ")");
    }

    /** How much or what was found, or where, e.g. {@code 2,001 parts}; null where there is no more to say. */
    public @Nullable String found() {
        return found;
    }
}
