package org.scrutineer.distribution;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient is to be told, once.
 *
 * @param key says what is told to whom, e.g. {@code issue 2018-12 run 7 committee to clerk-to-the-committee}: a message with a
 *     key that was queued before is not queued again. It decides the mail's identity too
 * @param kind e.g. {@code issue}, for those who look at what was sent
 * @param about what it belongs to; null where it belongs to no publication
 * @param subject without personal data and figures, as it travels unprotected
 * @param lines without personal data and suppressed numbers
 * @param attachments public files only
 */
public record Message(
        String key,
        String kind,
        @Nullable About about,
        Recipient recipient,
        String subject,
        List<Line> lines,
        List<Attachment> attachments) {

    public Message {
        lines = List.copyOf(lines);
        attachments = List.copyOf(attachments);
    }

    /** A message without attachments that belongs to no publication. */
    public Message(String key, String kind, Recipient recipient, String subject, List<Line> lines) {
        this(key, kind, null, recipient, subject, lines, List.of());
    }

    /** A run's publication for an audience. */
    public record About(int run, String audience) {}

    /** A heading, or a paragraph below it. */
    public record Line(boolean heading, String text) {

        public static Line heading(String text) {
            return new Line(true, text);
        }

        public static Line paragraph(String text) {
            return new Line(false, text);
        }
    }

    /**
     * A file that goes with it.
     *
     * @param sha256 of its bytes: if they are others when it is sent, it is not sent
     */
    public record Attachment(Path file, String sha256) {}
}
