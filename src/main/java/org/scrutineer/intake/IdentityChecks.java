package org.scrutineer.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;

/** Whether what a return says of itself can be right. */
final class IdentityChecks {

    /** Fewer dated events say little: one late report is nothing odd. */
    private static final int EVENTS_NEEDED = 3;

    private final Identified identified;
    private final Submission submission;
    private final List<Finding> findings = new ArrayList<>();

    IdentityChecks(Identified identified, Submission submission) {
        this.identified = identified;
        this.submission = submission;
    }

    /**
     * Of the events that a return tells, those with a date.
     *
     * @param within how many fall into the months that the return is about
     */
    record Events(
            long dated,
            long within,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {

        static final Events NONE = new Events(0, 0, null, null);

        Events plus(Events other) {
            return new Events(
                    dated + other.dated,
                    within + other.within,
                    first == null || (other.first != null && other.first.isBefore(first)) ? other.first : first,
                    last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last);
        }
    }

    /** @param today the day the return is read */
    List<Finding> findings(Organisation organisation, Events events, LocalDate today) {
        findings.addAll(identified.noticed());
        checkPreparedOn(today);
        checkFolders(organisation);
        checkEvents(events);
        return findings;
    }

    private void checkPreparedOn(LocalDate today) {
        LocalDate prepared = submission.preparedOn();
        if (prepared.isAfter(today)) {
            tell(
                    Severity.WARNING,
                    "prepared-on-in-future",
                    identified.preparedOn(),
                    TypedText.written(prepared),
                    "a day up to " + TypedText.written(today) + ", when the return was read",
                    "Correct Prepared on: until that day no correction can take the return's place.");
        } else if (identified.preparedOn() != null
                && !prepared.isAfter(submission.period().lastDay())) {
            tell(
                    Severity.WARNING,
                    "prepared-before-period-end",
                    identified.preparedOn(),
                    TypedText.written(prepared),
                    "a day after " + TypedText.written(submission.period().lastDay()) + ", the end of the period",
                    "Send the return again once the month is over, or correct Prepared on or the period.");
        }
    }

    private void checkFolders(Organisation organisation) {
        Optional<ReportingPeriod> folder = NamedPeriod.ofFolder(submission.fileName());
        if (folder.isPresent() && !folder.get().equals(submission.period())) {
            tell(
                    Severity.QUERY,
                    "folder-of-another-period",
                    identified.period(),
                    submission.period().title(),
                    folder.get().title() + ", as the folder is named; the return counts for "
                            + submission.period().title(),
                    "Confirm the period, or correct it and send the return again.");
        }
        String[] parts = submission.fileName().split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            Optional<Organisation.Team> team = organisation.team(parts[i], submission.period());
            if (team.isPresent() && !team.get().id().equals(submission.team())) {
                tell(
                        Severity.QUERY,
                        "folder-of-another-team",
                        null,
                        organisation.senderName(submission.team()),
                        "a return of " + team.get().name() + ", as the folder is named",
                        "Confirm the team, or correct it and send the return again.");
            }
        }
    }

    private void checkEvents(Events events) {
        if (events.dated() >= EVENTS_NEEDED
                && events.within() == 0
                && events.first() != null
                && events.last() != null) {
            tell(
                    Severity.WARNING,
                    "period-without-events",
                    identified.period(),
                    submission.period().title(),
                    "the period that the rows are about: all " + events.dated() + " dated events are from "
                            + TypedText.written(events.first()) + " to " + TypedText.written(events.last()),
                    "Correct the period, or send the rows of this one.");
        }
    }

    private void tell(
            Severity severity,
            String rule,
            Identified.@Nullable Said place,
            String found,
            String expected,
            String remedy) {
        findings.add(new Finding(
                rule,
                severity,
                submission.fileName(),
                place == null ? null : place.sheet(),
                place == null ? null : place.cell(),
                place == null ? found : place.found(),
                expected,
                remedy));
    }
}
