package org.scrutineer.distribution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.distribution.Release.Approval;
import org.scrutineer.distribution.Release.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets publications out, each once: what is approved, exactly as it was approved and once its embargo has passed, and, where
 * nothing is open, what the catalogue lets go by itself.
 */
@Component
public class Issuing {

    private final Releases releases;
    private final Approvals approvals;
    private final OpenChecks checks;
    private final Obstacles obstacles;
    private final ReleaseLetters letters;
    private final ReleaseTrail trail;
    private final Actor actor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Issuing(
            Releases releases,
            Approvals approvals,
            OpenChecks checks,
            Obstacles obstacles,
            ReleaseLetters letters,
            ReleaseTrail trail,
            Actor actor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.releases = releases;
        this.approvals = approvals;
        this.checks = checks;
        this.obstacles = obstacles;
        this.letters = letters;
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
     * Issues what this person has before him or her, where its time has come.
     *
     * @param seen as it was shown
     * @throws NotReleasedException where it is not approved, its embargo has not passed, or it does not stand any more as it
     *     was shown
     */
    public Issue issue(Release seen) throws NotReleasedException {
        Approval approval = seen.approval();
        if (seen.state() != State.APPROVED || approval == null) {
            throw NotReleasedException.notAsShown(seen);
        }
        Instant embargo = approval.embargo();
        if (embargo != null && embargo.isAfter(clock.instant())) {
            throw new NotReleasedException(
                    seen.title() + " is not issued before its embargo, " + Moments.words(embargo) + ".");
        }
        return issueAsRead(seen).orElseThrow(() -> NotReleasedException.notAsShown(seen));
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
        Optional<Audience> audience = approvals
                .audience(release.audience())
                .filter(one -> one.release().automatic());
        if (audience.isEmpty()) {
            return List.of();
        }
        List<String> blocking = checks.of(release.run(), release.period(), audience.get()).stream()
                .filter(open -> audience.get().release().blockedBy().contains(open.check()))
                .map(OpenCheck::sentence)
                .toList();
        if (!blocking.isEmpty()) {
            return List.of(new Issue(release, String.join("\n", blocking), List.of()));
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
            return issueAsRead(releases.now(release)).stream().toList();
        }));
    }

    /** Nothing where another process, or another thread of this one, has changed it since it was read. */
    private Optional<Issue> issueAsRead(Release release) {
        return Objects.requireNonNull(transaction.execute(
                status -> releases.stillStands(release) ? Optional.of(issueApproved(release)) : Optional.empty()));
    }

    private Issue issueApproved(Release release) {
        Optional<Audience> known = approvals.audience(release.audience());
        if (known.isEmpty()) {
            return new Issue(
                    release, "The catalogue has no publication " + release.audience() + " any more.", List.of());
        }
        Audience audience = known.get();
        Approval approval = Objects.requireNonNull(release.approval());
        if (!approvals.recipients(audience).equals(approval.recipients())) {
            releases.lapse(release);
            String why = "Its recipients have changed since it was approved. It has to be approved again.";
            trail.record("approval-lapsed", release, why, approval);
            return new Issue(release, why, List.of());
        }
        if (!approvals.content(release).equals(approval.content())) {
            return new Issue(
                    release,
                    "The ledger names other files or sentences than were approved. Have it looked into: audit verify"
                            + " says whether the ledger was changed.",
                    List.of());
        }
        List<String> problems = obstacles.of(release);
        if (!problems.isEmpty()) {
            return new Issue(release, String.join("\n", problems), List.of());
        }
        List<Release> former = releases.of(release.period()).stream()
                .filter(other -> other.audience().equals(release.audience())
                        && other.run() != release.run()
                        && other.state() == State.ISSUED)
                .toList();
        former.forEach(old ->
                releases.end(old, State.SUPERSEDED, now(), "Run " + release.run() + " was issued in its place."));
        List<String> notTold = letters.issued(release, audience, former);
        AuditHead head = trail.record("release-issued", release, null, approval);
        releases.issue(release, now(), head);
        return new Issue(releases.now(release), "", notTold);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
