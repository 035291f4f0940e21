package org.scrutineer.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.stereotype.Component;

/** Tells beforehand whom a run of a period would have written to. Nothing is queued. */
@Component
public class ExpectedMails {

    private final Recipients recipients;
    private final Releases releases;
    private final ReleaseLetters letters;

    ExpectedMails(Recipients recipients, Releases releases, ReleaseLetters letters) {
        this.recipients = recipients;
        this.releases = releases;
        this.letters = letters;
    }

    /**
     * In the order they would be queued: those that the run sends itself, then those of each release.
     *
     * @param audiences those that something is published for
     * @param toCorrect whether some returns of the period have to be corrected
     */
    public List<ExpectedMail> of(ReportingPeriod period, List<Audience> audiences, boolean toCorrect) {
        var mails = new ArrayList<ExpectedMail>();
        audiences.stream()
                .flatMap(audience -> recipients.approvers(audience).stream())
                .distinct()
                .forEach(approver -> mails.add(new ExpectedMail(Letters.RELEASE_WAITS, approver, Optional.empty())));
        if (toCorrect) {
            recipients
                    .officers()
                    .forEach(officer ->
                            mails.add(new ExpectedMail(Letters.RETURNS_TO_CORRECT, officer, Optional.empty())));
        }
        audiences.forEach(audience -> ofRelease(period, audience, mails));
        return mails;
    }

    private void ofRelease(ReportingPeriod period, Audience audience, List<ExpectedMail> mails) {
        Optional<String> when = audience.release().automatic() ? Optional.empty() : Optional.of(audience.name());
        List<Recipient> told = recipients.of(audience);
        told.forEach(recipient -> mails.add(new ExpectedMail(ReleaseLetters.ISSUE, recipient, when)));
        releases.of(period).stream()
                .filter(release -> release.audience().equals(audience.id()) && release.state() == Release.State.ISSUED)
                .flatMap(release -> letters.whoGot(release, told).stream())
                .filter(recipient -> recipients.has(recipient.id(), recipient.address()))
                .forEach(recipient -> mails.add(new ExpectedMail(ReleaseLetters.SUPERSEDED, recipient, when)));
    }
}
