package org.scrutineer.console;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.Moments;
import org.scrutineer.distribution.Release;
import org.scrutineer.pipeline.RunEntry;

/** Runs, releases and mails in plain words. */
final class ReleaseText {

    private ReleaseText() {}

    /** E.g. {@code committee of 2018-12, run 1: approved by Ada Smith for Director, embargo until 30 January 2019, 09:30}. */
    static String of(Release release) {
        var text = new StringBuilder(release.subject()).append(": ");
        Release.Approval approval = release.approval();
        switch (release.state()) {
            case DRAFT -> text.append("draft, not approved");
            case APPROVED -> {
                text.append("approved by ")
                        .append(Objects.requireNonNull(approval).as());
                if (approval.embargo() != null) {
                    text.append(", embargo until ").append(Moments.words(approval.embargo()));
                }
            }
            case ISSUED -> text.append("issued on ").append(Moments.words(Objects.requireNonNull(release.issuedAt())));
            case SUPERSEDED, WITHDRAWN ->
                text.append(release.state().id())
                        .append(release.issuedAt() == null ? ", never issued. " : ". ")
                        .append(release.ended().replaceAll("\\.$", ""));
        }
        return text.toString();
    }

    /** E.g. {@code 3, scheduled by scrutineer: started on 8 January 2019, 02:30, ended on 8 January 2019, 02:31}. */
    static String of(RunEntry entry) {
        return entry.run().number() + ", " + entry.kind() + " by " + entry.startedBy()
                + entry.reason().map(reason -> " (" + reason + ")").orElse("") + ": started on "
                + Moments.words(entry.startedAt()) + ", "
                + entry.finishedAt()
                        .map(ended -> "ended on " + Moments.words(ended))
                        .orElse(entry.run().state().name().toLowerCase(Locale.ROOT));
    }

    /** E.g. {@code Mail 17, issue, to Clerk <clerk@committee.example>: sent.} */
    static String of(Delivery delivery) {
        return "Mail " + delivery.id() + ", " + delivery.message().kind() + ", to "
                + delivery.message().recipient() + ": " + delivery.state().id()
                + delivery.nextAttempt()
                        .filter(next -> delivery.attempts() > 0)
                        .map(next -> ", next attempt on " + Moments.words(next))
                        .orElse("")
                + "." + (delivery.said().isEmpty() ? "" : " " + delivery.said());
    }

    /** Who has what is not to be used any more, and must be told by a person. */
    static Optional<String> notTold(Issuing.Issue issue) {
        return issue.notTold().isEmpty()
                ? Optional.empty()
                : Optional.of("Tell them yourself, as the catalogue does not name them any more: "
                        + String.join("; ", issue.notTold()) + ".");
    }
}
