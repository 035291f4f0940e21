package org.scrutineer.distribution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.DisclosureControl;
import org.scrutineer.disclosure.ReleaseRefusedException;
import org.scrutineer.distribution.Release.Approval;
import org.scrutineer.distribution.Release.State;
import org.scrutineer.publication.RunPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets publications out: what a run published is a draft until a person who has not run it approves it, or until nothing is
 * open where the catalogue lets it go by itself; it is issued once its embargo has passed, exactly as it was approved.
 */
@Component
public class Releasing {

    private final Catalogue catalogue;
    private final Releases releases;
    private final Approvals approvals;
    private final OpenChecks checks;
    private final DisclosureControl disclosure;
    private final ReleaseLetters letters;
    private final Letters notices;
    private final AuditTrail trail;
    private final Actor actor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Releasing(
            Catalogue catalogue,
            Releases releases,
            Approvals approvals,
            OpenChecks checks,
            DisclosureControl disclosure,
            ReleaseLetters letters,
            Letters notices,
            AuditTrail trail,
            Actor actor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.approvals = approvals;
        this.checks = checks;
        this.disclosure = disclosure;
        this.letters = letters;
        this.notices = notices;
        this.trail = trail;
        this.actor = actor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What became of a release that was to be issued.
     *
     * @param notIssued why it was not, as a sentence; empty where it was
     * @param notTold who got what it takes the place of, and cannot be told
     */
    public record Issue(Release release, String notIssued, List<String> notTold) {

        public Issue {
            notTold = List.copyOf(notTold);
        }

        public boolean isIssued() {
            return notIssued.isEmpty();
        }
    }

    /**
     * What was approved.
     *
     * @param known what is open and does not stand in the way, as sentences
     */
    public record Approved(List<Release> releases, List<String> known) {

        public Approved {
            releases = List.copyOf(releases);
            known = List.copyOf(known);
        }
    }

    /** Makes drafts of what a run published, in the transaction that names its files. Older drafts are superseded by them. */
    @EventListener
    void published(RunPublished published) {
        for (String audience : published.audiences()) {
            releases.of(published.period()).stream()
                    .filter(older -> older.audience().equals(audience)
                            && older.run() < published.run()
                            && older.state() == State.DRAFT)
                    .forEach(older -> releases.end(
                            older, State.SUPERSEDED, now(), "Run " + published.run() + " took its place."));
            releases.draft(published.run(), audience, published.period());
        }
        notices.releaseWaits(
                published.run(),
                published.period(),
                published.audiences().stream()
                        .flatMap(audience -> audience(audience).stream())
                        .toList());
    }

    /**
     * Approves what waits for it.
     *
     * @param only the id of a publication; without one, all that this person may approve
     * @param embargo before which nothing of it is issued
     * @throws NotReleasedException where anything stands in the way of one of them: nothing is approved then
     */
    public Approved approve(ReportingPeriod period, Optional<String> only, Optional<Instant> embargo)
            throws NotReleasedException {
        requireToCome(embargo);
        List<Release> asked = newest(asked(period, only, Release::isOpen, "waits for approval"));
        return approve(only.isPresent() ? asked : mayApprove(asked), embargo);
    }

    /**
     * Approves a draft that this person has before him or her.
     *
     * @param seen as it was shown
     * @param embargo as in {@link #approve(ReportingPeriod, Optional, Optional)}
     * @throws NotReleasedException where anything stands in its way, or it does not stand any more as it was shown
     */
    public Approved approve(Release seen, Optional<Instant> embargo) throws NotReleasedException {
        requireToCome(embargo);
        if (seen.state() != State.DRAFT || !newest(open(seen.period())).contains(seen)) {
            throw notAsShown(seen);
        }
        return approve(List.of(seen), embargo);
    }

    private List<Release> open(ReportingPeriod period) {
        return releases.of(period).stream().filter(Release::isOpen).toList();
    }

    private static NotReleasedException notAsShown(Release seen) {
        return new NotReleasedException(sentenceCase(seen.subject()) + " is not any more as it was shown.");
    }

    private void requireToCome(Optional<Instant> embargo) throws NotReleasedException {
        if (embargo.filter(until -> !until.isAfter(clock.instant())).isPresent()) {
            throw new NotReleasedException(
                    "The embargo " + Moments.words(embargo.get()) + " has passed. Name a later time, or none.");
        }
    }

    private Approved approve(List<Release> waiting, Optional<Instant> embargo) throws NotReleasedException {
        // All in one transaction, so that the disclosure of one counts when the next is judged.
        Object outcome = transaction.execute(status -> {
            var problems = new ArrayList<String>();
            var known = new ArrayList<String>();
            for (Release release : waiting) {
                if (!releases.stillStands(release)) {
                    status.setRollbackOnly();
                    return notAsShown(release);
                }
                Examined examined = examine(release);
                examined.inTheWay().forEach(problem -> problems.add(sentenceCase(release.subject()) + ": " + problem));
                known.addAll(examined.known());
            }
            if (!problems.isEmpty()) {
                status.setRollbackOnly();
                return new NotReleasedException(lines(problems));
            }
            waiting.forEach(release -> makeApproved(release, embargo));
            return new Approved(
                    waiting.stream()
                            .flatMap(release -> releases.of(release.run()).stream()
                                    .filter(now -> now.audience().equals(release.audience())))
                            .toList(),
                    known.stream().distinct().toList());
        });
        if (outcome instanceof NotReleasedException refused) {
            throw refused;
        }
        return (Approved) Objects.requireNonNull(outcome);
    }

    /** For each audience that of the newest run. */
    private static List<Release> newest(List<Release> releases) {
        return releases.stream()
                .filter(release -> releases.stream()
                        .noneMatch(other -> other.audience().equals(release.audience()) && other.run() > release.run()))
                .toList();
    }

    private List<Release> mayApprove(List<Release> waiting) throws NotReleasedException {
        List<Release> may = waiting.stream()
                .filter(release -> audience(release.audience())
                        .flatMap(audience -> approvals.as(actor.account(), audience))
                        .isPresent())
                .toList();
        if (may.isEmpty()) {
            throw new NotReleasedException("The account " + actor.account() + " may approve none of these. "
                    + lines(waiting.stream()
                            .map(release -> release.subject() + " may be approved by "
                                    + audience(release.audience())
                                            .map(approvals::whoMay)
                                            .orElse("nobody")
                                    + ".")
                            .toList()));
        }
        return may;
    }

    /**
     * What is to be known of a publication before it is approved.
     *
     * @param inTheWay why this person cannot approve it as things stand, as sentences; none where he or she can
     * @param known what is open and does not stand in the way, as sentences
     */
    public record Examined(List<String> inTheWay, List<String> known) {

        public Examined {
            inTheWay = List.copyOf(inTheWay);
            known = List.copyOf(known);
        }
    }

    /** Looks at what {@link #approve} would, and approves nothing. */
    public Examined examine(Release release) {
        var problems = new ArrayList<String>();
        var known = new ArrayList<String>();
        Audience audience = audience(release.audience()).orElseThrow();
        if (approvals.as(actor.account(), audience).isEmpty()) {
            problems.add("the account " + actor.account() + " may not approve it. It may be approved by "
                    + approvals.whoMay(audience) + ".");
        }
        if (!releases.isFinished(release.run())) {
            problems.add("run " + release.run() + " has not ended. Call run, so that it is finished first.");
        }
        String runner = releases.startedBy(release.run());
        if (runner.equalsIgnoreCase(actor.account())) {
            problems.add("run " + release.run() + " was started by " + runner
                    + ", and nobody approves what he or she has run. It may be approved by another of "
                    + approvals.whoMay(audience) + ".");
        }
        for (OpenCheck open : checks.of(release.run(), release.period(), audience)) {
            if (audience.release().blockedBy().contains(open.check())) {
                problems.add(open.sentence());
            } else {
                known.add(open.sentence());
            }
        }
        problems.addAll(standsInTheWay(release));
        return new Examined(problems, known);
    }

    /** What is asked before it is approved, and once more before it is issued. */
    private List<String> standsInTheWay(Release release) {
        var problems = new ArrayList<String>();
        approvals.filesDiffer(release).ifPresent(problems::add);
        try {
            disclosure.requireSafe(release.run(), release.audience(), releases.issuedRuns(publicAudiences()));
        } catch (ReleaseRefusedException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    private List<String> publicAudiences() {
        return catalogue.audiences().stream()
                .filter(Audience::isPublic)
                .map(Audience::id)
                .toList();
    }

    private void makeApproved(Release release, Optional<Instant> embargo) {
        Audience audience = audience(release.audience()).orElseThrow();
        releases.of(release.period()).stream()
                .filter(older -> older.audience().equals(release.audience())
                        && older.run() < release.run()
                        && older.state() == State.APPROVED)
                .forEach(older -> releases.end(
                        older, State.SUPERSEDED, now(), "Run " + release.run() + " was approved in its place."));
        var approval = new Approval(
                actor.account(),
                approvals.as(actor.account(), audience).orElseThrow(),
                now(),
                embargo.orElse(null),
                approvals.content(release),
                approvals.recipients(audience));
        releases.approve(release, approval);
        record("release-approved", release, null, approval);
    }

    private AuditHead record(String action, Release release, @Nullable String reason, Approval approval) {
        var details = new TreeMap<String, String>();
        details.put("approved-as", approval.as());
        details.put("content", approval.content());
        details.put("recipients", approval.recipients());
        Instant embargo = approval.embargo();
        if (embargo != null) {
            details.put("embargo", embargo.toString());
        }
        return trail.record(actor.account(), action, release.subject(), reason, details);
    }

    /**
     * Takes back what is issued, approved or waits, and tells everyone who got it.
     *
     * @param only the id of a publication; without one, all of the period
     * @param reason kept, and told to those who got it
     * @return those taken back, each with who got it and cannot be told
     * @throws NotReleasedException where this person may not, or there is nothing to take back; nothing is done then
     */
    public List<Issue> withdraw(ReportingPeriod period, Optional<String> only, String reason)
            throws NotReleasedException {
        List<Release> asked =
                asked(period, only, release -> release.isOpen() || release.state() == State.ISSUED, "can be withdrawn");
        return withdraw(only.isPresent() ? asked : mayApprove(asked), reason);
    }

    /**
     * Takes back what this person has before him or her.
     *
     * @param seen as it was shown
     * @param reason as in {@link #withdraw(ReportingPeriod, Optional, String)}
     * @throws NotReleasedException where this person may not, or it does not stand any more as it was shown
     */
    public Issue withdraw(Release seen, String reason) throws NotReleasedException {
        if (!seen.isOpen() && seen.state() != State.ISSUED) {
            throw notAsShown(seen);
        }
        return withdraw(List.of(seen), reason).get(0);
    }

    private List<Issue> withdraw(List<Release> may, String reason) throws NotReleasedException {
        for (Release release : may) {
            Audience audience = audience(release.audience()).orElseThrow();
            if (approvals.as(actor.account(), audience).isEmpty()) {
                throw new NotReleasedException(sentenceCase(release.subject()) + ": the account " + actor.account()
                        + " may not withdraw it. It may be withdrawn by " + approvals.whoMay(audience) + ".");
            }
        }
        Optional<List<Issue>> withdrawn = Objects.requireNonNull(transaction.execute(status -> {
            if (!may.stream().allMatch(releases::stillStands)) {
                return Optional.empty();
            }
            return Optional.of(
                    may.stream().map(release -> withdrawn(release, reason)).toList());
        }));
        return withdrawn.orElseThrow(() -> notAsShown(may.get(0)));
    }

    private Issue withdrawn(Release release, String reason) {
        List<String> notTold = release.state() == State.ISSUED
                ? letters.withdrawn(release, audience(release.audience()).orElseThrow(), reason)
                : List.of();
        releases.end(release, State.WITHDRAWN, now(), reason);
        trail.record(
                actor.account(),
                "release-withdrawn",
                release.subject(),
                reason,
                Map.of("was", release.state().id(), "not-told", String.join("; ", notTold)));
        return new Issue(release, "", notTold);
    }

    /**
     * Issues what this person has before him or her, where its time has come.
     *
     * @param seen as it was shown
     * @throws NotReleasedException where it is not approved, its embargo has not passed, or it does not stand any more as it
     *     was shown
     */
    public Issue issue(Release seen) throws NotReleasedException {
        Approval approval = seen.approval();
        if (seen.state() != State.APPROVED || approval == null) {
            throw notAsShown(seen);
        }
        Instant embargo = approval.embargo();
        if (embargo != null && embargo.isAfter(clock.instant())) {
            throw new NotReleasedException(sentenceCase(seen.subject()) + " is not issued before its embargo, "
                    + Moments.words(embargo) + ".");
        }
        return issueAsRead(seen).orElseThrow(() -> notAsShown(seen));
    }

    /** Issues what is approved and whose embargo has passed, and what goes out by itself once its run has ended. */
    public List<Issue> issueDue() {
        var issues = new ArrayList<Issue>();
        for (Release release : releases.in(State.DRAFT)) {
            if (releases.isFinished(release.run())) {
                issues.addAll(issueAutomatic(release));
            }
        }
        for (Release release : releases.in(State.APPROVED)) {
            Instant embargo = Objects.requireNonNull(release.approval()).embargo();
            if (embargo == null || !embargo.isAfter(clock.instant())) {
                issueAsRead(release).ifPresent(issues::add);
            }
        }
        return issues;
    }

    /** Issues what goes out by itself of a run whose publications are ready. */
    List<Issue> issueAutomatic(int run) {
        return releases.of(run).stream()
                .filter(release -> release.state() == State.DRAFT)
                .flatMap(release -> issueAutomatic(release).stream())
                .toList();
    }

    private List<Issue> issueAutomatic(Release release) {
        Optional<Audience> audience =
                audience(release.audience()).filter(one -> one.release().automatic());
        if (audience.isEmpty()) {
            return List.of();
        }
        List<String> blocking = checks.of(release.run(), release.period(), audience.get()).stream()
                .filter(open -> audience.get().release().blockedBy().contains(open.check()))
                .map(OpenCheck::sentence)
                .toList();
        if (!blocking.isEmpty()) {
            return List.of(new Issue(release, lines(blocking), List.of()));
        }
        var approval = new Approval(
                actor.account(),
                "the catalogue, as it goes out by itself",
                now(),
                null,
                approvals.content(release),
                approvals.recipients(audience.get()));
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!releases.stillStands(release)) {
                return List.of();
            }
            releases.approve(release, approval);
            return issueAsRead(again(release)).stream().toList();
        }));
    }

    private Release again(Release release) {
        return releases.of(release.run()).stream()
                .filter(now -> now.audience().equals(release.audience()))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing where another process, or another thread of this one, has changed it since it was read. */
    private Optional<Issue> issueAsRead(Release release) {
        return Objects.requireNonNull(transaction.execute(
                status -> releases.stillStands(release) ? Optional.of(issueApproved(release)) : Optional.empty()));
    }

    private Issue issueApproved(Release release) {
        Optional<Audience> known = audience(release.audience());
        if (known.isEmpty()) {
            return new Issue(
                    release, "The catalogue has no publication " + release.audience() + " any more.", List.of());
        }
        Audience audience = known.get();
        Approval approval = Objects.requireNonNull(release.approval());
        if (!approvals.recipients(audience).equals(approval.recipients())) {
            releases.lapse(release);
            String why = "Its recipients have changed since it was approved. It has to be approved again.";
            record("approval-lapsed", release, why, approval);
            return new Issue(release, why, List.of());
        }
        if (!approvals.content(release).equals(approval.content())) {
            return new Issue(
                    release,
                    "The ledger names other files or sentences than were approved. Have it looked into: audit verify"
                            + " says whether the ledger was changed.",
                    List.of());
        }
        List<String> problems = standsInTheWay(release);
        if (!problems.isEmpty()) {
            return new Issue(release, lines(problems), List.of());
        }
        List<Release> former = releases.of(release.period()).stream()
                .filter(other -> other.audience().equals(release.audience())
                        && other.run() != release.run()
                        && other.state() == State.ISSUED)
                .toList();
        former.forEach(old ->
                releases.end(old, State.SUPERSEDED, now(), "Run " + release.run() + " was issued in its place."));
        List<String> notTold = letters.issued(release, audience, former);
        AuditHead head = record("release-issued", release, null, approval);
        releases.issue(release, now(), head);
        return new Issue(again(release), "", notTold);
    }

    private List<Release> asked(ReportingPeriod period, Optional<String> only, Predicate<Release> wanted, String words)
            throws NotReleasedException {
        if (only.isPresent() && audience(only.get()).isEmpty()) {
            List<String> ids = catalogue.audiences().stream().map(Audience::id).toList();
            throw new NotReleasedException("There is no publication \"" + only.get() + "\"; there are: "
                    + String.join(", ", ids) + "."
                    + Names.nearest(only.get(), ids)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
        List<Release> all = releases.of(period).stream()
                .filter(release -> only.isEmpty() || release.audience().equals(only.get()))
                .filter(release -> audience(release.audience()).isPresent())
                .toList();
        List<Release> found = all.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw new NotReleasedException("Nothing of " + period.title()
                    + only.map(one -> " for " + one).orElse("") + " " + words + "."
                    + (all.isEmpty()
                            ? " No run of it has been published."
                            : " "
                                    + lines(all.stream()
                                            .map(release -> sentenceCase(release.subject()) + " is "
                                                    + release.state().id() + ".")
                                            .toList())));
        }
        return found;
    }

    private Optional<Audience> audience(String id) {
        return catalogue.audiences().stream()
                .filter(audience -> audience.id().equals(id))
                .findFirst();
    }

    private static String sentenceCase(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String lines(List<String> sentences) {
        return String.join("\n", sentences);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
