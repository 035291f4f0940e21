package org.scrutineer.distribution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.distribution.Message.About;
import org.scrutineer.distribution.Message.Attachment;
import org.scrutineer.distribution.Message.Line;
import org.springframework.stereotype.Component;

/** Words and queues what recipients are told of a release. */
@Component
class ReleaseLetters {

    static final String ISSUE = "issue";
    static final String SUPERSEDED = "superseded";
    static final String WITHDRAWN = "withdrawn";

    private static final Set<Delivery.State> MAY_HAVE_ARRIVED =
            EnumSet.of(Delivery.State.SENT, Delivery.State.SENDING, Delivery.State.UNKNOWN, Delivery.State.HELD);

    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Approvals approvals;

    ReleaseLetters(Catalogue catalogue, Outbox outbox, Recipients recipients, Approvals approvals) {
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.recipients = recipients;
        this.approvals = approvals;
    }

    /**
     * Tells a release to its recipients, and that it takes the place of others to everyone who got those.
     *
     * @param former what was issued of the same period for the same audience, and is not any more
     * @return who got one of those and cannot be told, as the catalogue does not name the address any more
     */
    List<String> issued(Release release, Audience audience, List<Release> former) {
        List<Recipient> told = recipients.of(audience);
        for (Recipient recipient : told) {
            outbox.queue(new Message(
                    key(ISSUE, release, recipient),
                    ISSUE,
                    new About(release.run(), release.audience()),
                    recipient,
                    title(release, audience) + (former.isEmpty() ? "" : ": issued anew"),
                    lines(release, audience, former),
                    attachments(release, audience)));
        }
        var notTold = new ArrayList<String>();
        for (Release old : former) {
            notTold.addAll(tell(
                    SUPERSEDED,
                    old,
                    audience,
                    told,
                    List.of(Line.paragraph("What was issued on " + issuedOn(old) + " (" + named(old)
                            + ") has been issued"
                            + " anew, and you are not among those who get it now. Please do not use what you have."))));
        }
        return notTold;
    }

    /** Tells everyone who got a release that it was withdrawn; the same is returned. */
    List<String> withdrawn(Release release, Audience audience, String reason) {
        return tell(
                WITHDRAWN,
                release,
                audience,
                List.of(),
                List.of(
                        Line.paragraph("What was issued on " + issuedOn(release) + " (" + named(release)
                                + ") has been withdrawn. Please do not use it, and pass this on to those you have given it"
                                + " to."),
                        Line.paragraph("The reason: " + reason)));
    }

    /** @param others who are told in another letter */
    private List<String> tell(
            String kind, Release release, Audience audience, List<Recipient> others, List<Line> lines) {
        var about = new About(release.run(), release.audience());
        outbox.cancel(about, "What it tells of was " + kind + " before it was sent.");
        var notTold = new ArrayList<String>();
        for (Recipient recipient : whoGot(release, others)) {
            if (recipients.has(recipient.id(), recipient.address())) {
                outbox.queue(new Message(
                        key(kind, release, recipient),
                        kind,
                        about,
                        recipient,
                        title(release, audience) + ": " + kind,
                        lines,
                        List.of()));
            } else {
                notTold.add(recipient.toString());
            }
        }
        return notTold;
    }

    /**
     * Who got a release, or may have got it.
     *
     * @param others who are left out
     */
    List<Recipient> whoGot(Release release, List<Recipient> others) {
        return outbox.about(new About(release.run(), release.audience())).stream()
                .filter(delivery ->
                        delivery.message().kind().equals(ISSUE) && MAY_HAVE_ARRIVED.contains(delivery.state()))
                .map(delivery -> delivery.message().recipient())
                .filter(recipient ->
                        others.stream().noneMatch(other -> other.address().equals(recipient.address())))
                .toList();
    }

    private static String key(String kind, Release release, Recipient recipient) {
        return kind + " of " + release.subject() + ", to " + recipient.id() + " at " + recipient.address();
    }

    private static String title(Release release, Audience audience) {
        return audience.title() + ", " + release.period().title();
    }

    private static String named(Release release) {
        return release.period().title() + ", run " + release.run();
    }

    private static String issuedOn(Release release) {
        return release.issuedAt() == null ? "" : Moments.words(release.issuedAt());
    }

    private List<Line> lines(Release release, Audience audience, List<Release> former) {
        var lines = new ArrayList<Line>();
        lines.add(Line.paragraph(catalogue.organisation().name() + ": " + audience.title() + ", "
                + release.period().title() + ". Status: " + audience.status().replaceAll("[.\\s]+$", "") + ". Run "
                + release.run() + "."));
        for (Release old : former) {
            lines.add(Line.paragraph("It takes the place of what was issued on " + issuedOn(old) + " (run " + old.run()
                    + "). Please do not use that any more."));
        }
        if (audience.isPublic()) {
            lines.addAll(approvals.covering(release));
            lines.add(Line.heading("Attached"));
            attachments(release, audience)
                    .forEach(attachment -> lines.add(
                            Line.paragraph(attachment.file().getFileName().toString())));
        } else {
            lines.add(Line.paragraph("It is ready in the folder " + approvals.folder(release)
                    + ". It is not attached, as it may hold numbers that are small enough to tell of single people, and"
                    + " mail can be read on its way."));
        }
        lines.add(Line.paragraph("Questions go to " + catalogue.organisation().contact() + "."));
        return lines;
    }

    /** What a meeting reads; the data beside it is for programs. */
    private List<Attachment> attachments(Release release, Audience audience) {
        if (!audience.isPublic()) {
            return List.of();
        }
        return approvals.files(release).stream()
                .filter(file -> Stream.of(".xlsx", ".docx", ".pdf").anyMatch(file.fileName()::endsWith))
                .map(file -> new Attachment(approvals.path(release, file), file.sha256()))
                .toList();
    }
}
