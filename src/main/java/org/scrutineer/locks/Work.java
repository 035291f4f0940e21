package org.scrutineer.locks;

import java.util.stream.Stream;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * What one process at a time works on.
 *
 * @param subject as the ledger names it, e.g. {@code 2018-12}
 * @param title as a person reads it at the beginning of a sentence, e.g. {@code December 2018}
 */
public record Work(String subject, String title) {

    /** The whole output folder: while it is held nobody works on anything, and while anybody works nobody has it. */
    public static final Work EVERYTHING = new Work("everything", "The output folder");

    /** Taking in files; held for as long as a look into the folder takes. */
    public static final Work DROP_FOLDER = new Work("drop-folder", "The drop folder");

    /** Sending mail; held for as long as a round takes. */
    public static final Work SENDING = new Work("sending", "The outbox");

    static Work of(String subject) {
        return Stream.of(EVERYTHING, DROP_FOLDER, SENDING)
                .filter(work -> work.subject().equals(subject))
                .findFirst()
                .or(() -> ReportingPeriod.read(subject).map(Work::on))
                .orElseGet(() -> new Work(subject, subject));
    }

    /** Runs of a period. */
    public static Work on(ReportingPeriod period) {
        return new Work(period.toString(), period.title());
    }
}
