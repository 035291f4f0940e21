package org.scrutineer.distribution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Release.Approval;
import org.scrutineer.distribution.Release.State;
import org.scrutineer.publication.RunPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people decide of publications: what a run published is a draft until a person who has not run it approves it; what is
 * approved or issued may be withdrawn. {@link Issuing} lets out what is approved.
 */
@Component
public class Releasing {

    private final Catalogue catalogue;
    private final Releases releases;
    private final Approvals approvals;
    private final OpenChecks checks;
    private final Obstacles obstacles;
    private final ReleaseLetters letters;
    private final Letters notices;
    private final ReleaseTrail trail;
    private final Actor actor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Releasing(
            Catalogue catalogue,
            Releases releases,
            Approvals approvals,
            OpenChecks checks,
            Obstacles obstacles,
            ReleaseLetters letters,
            Letters notices,
            ReleaseTrail trail,
            Actor actor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.approvals = approvals;
        this.checks = checks;
        this.obstacles = obstacles;
        this.letters = letters;
        this.notices = notices;
        this.trail = trail;
        this.actor = actor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
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
                        .flatMap(audience -> approvals.audience(audience).stream())
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
            throw NotReleasedException.notAsShown(seen);
        }
        return approve(List.of(seen), embargo);
    }

    private List<Release> open(ReportingPeriod period) {
        return releases.of(period).stream().filter(Release::isOpen).toList();
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
                    return NotReleasedException.notAsShown(release);
                }
                Examined examined = examine(release);
                examined.inTheWay().forEach(problem -> problems.add(release.title() + ": " + problem));
                known.addAll(examined.known());
            }
            if (!problems.isEmpty()) {
                status.setRollbackOnly();
                return new NotReleasedException(lines(problems));
            }
            waiting.forEach(release -> makeApproved(release, embargo));
            return new Approved(
                    waiting.stream().map(releases::now).toList(),
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
                .filter(release -> approvals
                        .audience(release.audience())
                        .flatMap(audience -> approvals.as(actor.account(), audience))
                        .isPresent())
                .toList();
        if (may.isEmpty()) {
            throw new NotReleasedException("The account " + actor.account() + " may approve none of these. "
                    + lines(waiting.stream()
                            .map(release -> release.subject() + " may be approved by "
                                    + approvals
                                            .audience(release.audience())
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
        Audience audience = approvals.audience(release.audience()).orElseThrow();
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
        problems.addAll(obstacles.of(release));
        return new Examined(problems, known);
    }

    private void makeApproved(Release release, Optional<Instant> embargo) {
        Audience audience = approvals.audience(release.audience()).orElseThrow();
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
        // Given again by somebody who was not told that it was done, it is no second approval.
        if (!approval.isRepeatOf(release.approval())) {
            releases.approve(release, approval);
            trail.record("release-approved", release, null, approval);
        }
    }

    /**
     * Takes back what is issued, approved or waits, and tells everyone who got it.
     *
     * @param only the id of a publication; without one, all of the period
     * @param reason kept, and told to those who got it
     * @return those taken back, each with who got it and cannot be told
     * @throws NotReleasedException where this person may not, or there is nothing to take back; nothing is done then
     */
    public List<Issuing.Issue> withdraw(ReportingPeriod period, Optional<String> only, String reason)
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
    public Issuing.Issue withdraw(Release seen, String reason) throws NotReleasedException {
        if (!seen.isOpen() && seen.state() != State.ISSUED) {
            throw NotReleasedException.notAsShown(seen);
        }
        return withdraw(List.of(seen), reason).get(0);
    }

    private List<Issuing.Issue> withdraw(List<Release> may, String reason) throws NotReleasedException {
        for (Release release : may) {
            Audience audience = approvals.audience(release.audience()).orElseThrow();
            if (approvals.as(actor.account(), audience).isEmpty()) {
                throw new NotReleasedException(release.title() + ": the account " + actor.account()
                        + " may not withdraw it. It may be withdrawn by " + approvals.whoMay(audience) + ".");
            }
        }
        Optional<List<Issuing.Issue>> withdrawn = Objects.requireNonNull(transaction.execute(status -> {
            if (!may.stream().allMatch(releases::stillStands)) {
                return Optional.empty();
            }
            return Optional.of(
                    may.stream().map(release -> withdrawn(release, reason)).toList());
        }));
        return withdrawn.orElseThrow(() -> NotReleasedException.notAsShown(may.get(0)));
    }

    private Issuing.Issue withdrawn(Release release, String reason) {
        List<String> notTold = release.state() == State.ISSUED
                ? letters.withdrawn(
                        release, approvals.audience(release.audience()).orElseThrow(), reason)
                : List.of();
        releases.end(release, State.WITHDRAWN, now(), reason);
        trail.withdrawn(release, reason, notTold);
        return new Issuing.Issue(release, "", notTold);
    }

    private List<Release> asked(ReportingPeriod period, Optional<String> only, Predicate<Release> wanted, String words)
            throws NotReleasedException {
        if (only.isPresent() && approvals.audience(only.get()).isEmpty()) {
            List<String> ids = catalogue.audiences().stream().map(Audience::id).toList();
            throw new NotReleasedException("There is no publication \"" + only.get() + "\"; there are: "
                    + String.join(", ", ids) + "."
                    + Names.nearest(only.get(), ids)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
        List<Release> all = releases.of(period).stream()
                .filter(release -> only.isEmpty() || release.audience().equals(only.get()))
                .filter(release -> approvals.audience(release.audience()).isPresent())
                .toList();
        List<Release> found = all.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw new NotReleasedException("Nothing of " + period.title()
                    + only.map(one -> " for " + one).orElse("") + " " + words + "."
                    + (all.isEmpty()
                            ? " No run of it has been published."
                            : " "
                                    + lines(all.stream()
                                            .map(release -> release.title() + " is "
                                                    + release.state().id() + ".")
                                            .toList())));
        }
        return found;
    }

    private static String lines(List<String> sentences) {
        return String.join("\n", sentences);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
