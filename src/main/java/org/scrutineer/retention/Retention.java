package org.scrutineer.retention;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.catalogue.RetentionRule.Event;
import org.scrutineer.catalogue.RetentionRule.What;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.records.RecordStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what the catalogue's rules say is not kept any longer, in every copy. What is to be deleted is noted first, in one
 * transaction that takes the texts out of the ledger too; then the files go and the ledger's file is written anew, as its old
 * pages still hold them; then it is done. Whatever is cut off in between is finished by {@link #finish}.
 */
@Component
public class Retention {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Wholes whose own rule may be lacking: then they are kept as returns are. */
    private static final Set<What> LIKE_RETURNS = EnumSet.of(What.SUPERSEDED_RETURNS, What.REFUSED_RETURNS);

    /** A backup is of the output folder: another backup and the drop folder are not in it. */
    private static final Set<What> IN_BACKUPS = EnumSet.complementOf(EnumSet.of(What.BACKUPS, What.INPUT));

    private static final Set<What> WHOLE = EnumSet.of(What.RETURNS, What.SUPERSEDED_RETURNS, What.REFUSED_RETURNS);

    private final Catalogue catalogue;
    private final HeldThings held;
    private final RowsNeeded needed;
    private final Deletions deletions;
    private final QuotedTexts texts;
    private final FileNames names;
    private final RetentionProperties folders;
    private final Copies copies;
    private final LedgerPages pages;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Actor actor;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(
            Catalogue catalogue,
            HeldThings held,
            RecordStore store,
            Deletions deletions,
            QuotedTexts texts,
            FileNames names,
            RetentionProperties folders,
            Copies copies,
            LedgerPages pages,
            Locks locks,
            TransactionTemplate transaction,
            AuditTrail trail,
            Actor actor,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.held = held;
        this.needed = new RowsNeeded(catalogue, new SourcesOfIndicators(store));
        this.deletions = deletions;
        this.texts = texts;
        this.names = names;
        this.folders = folders;
        this.copies = copies;
        this.pages = pages;
        this.locks = locks;
        this.transaction = transaction;
        this.trail = trail;
        this.actor = actor;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a retention. */
    public sealed interface Outcome {

        /** @param plan what was deleted, and what not */
        record Deleted(RetentionPlan plan) implements Outcome {}

        /** Nothing was deleted. */
        record Refused(String sentence) implements Outcome {}
    }

    /** What rules would take today. Deletes nothing. */
    public RetentionPlan plan() throws IOException {
        LocalDate today = HeldThings.day(clock.instant());
        var due = new ArrayList<Due>();
        var longer = new ArrayList<RetentionPlan.Longer>();
        var withoutRule = EnumSet.noneOf(What.class);
        var goes = new HashSet<@Nullable Long>();
        for (Held one : held.all()) {
            if (goes.contains(one.submission())) {
                continue;
            }
            Optional<RetentionRule> rule = rule(one);
            if (rule.isEmpty()) {
                withoutRule.add(one.what());
                continue;
            }
            LocalDate start = one.since().get(rule.get().after());
            if (start == null) {
                continue;
            }
            LocalDate until = rule.get().keep().until(start);
            if (!today.isAfter(until)) {
                continue;
            }
            Optional<RowsNeeded.Need> need = need(one).filter(rows -> !today.isAfter(rows.until()));
            if (need.isPresent()) {
                longer.add(new RetentionPlan.Longer(
                        rule.get(), one.title(), need.get().until(), need.get().because()));
                continue;
            }
            due.add(new Due(rule.get(), one.what(), one.subject(), one.title(), one.submission(), until));
            if (one.submission() != null && WHOLE.contains(one.what())) {
                goes.add(one.submission());
            }
        }
        due.sort(Comparator.comparing((Due one) -> catalogue.retention().indexOf(one.rule())));
        return new RetentionPlan(due, longer, List.copyOf(withoutRule), notices(due, today));
    }

    private Optional<RetentionRule> rule(Held one) {
        Optional<RetentionRule> own = catalogue.retention(one.what(), one.returnType());
        return own.isEmpty() && LIKE_RETURNS.contains(one.what())
                ? catalogue.retention(What.RETURNS, one.returnType())
                : own;
    }

    private Optional<RowsNeeded.Need> need(Held one) {
        return one.rowsOf() == null || one.returnType() == null
                ? Optional.empty()
                : needed.of(one.returnType(), one.rowsOf());
    }

    /** Where what is deleted is held all the same. */
    private List<String> notices(List<Due> due, LocalDate today) throws IOException {
        var notices = new ArrayList<String>();
        Set<String> going = Set.copyOf(due.stream().map(Due::subject).toList());
        List<Held> backups = held.all().stream()
                .filter(one -> one.what() == What.BACKUPS && !going.contains(one.subject()))
                .toList();
        if (!backups.isEmpty() && due.stream().anyMatch(one -> IN_BACKUPS.contains(one.what()))) {
            String until = catalogue
                    .retention(What.BACKUPS, null)
                    .map(rule -> "rule " + rule.id() + " takes the last of them after "
                            + rule.keep()
                                    .until(backups.stream()
                                            .map(one -> Objects.requireNonNull(
                                                    one.since().get(Event.MADE)))
                                            .max(Comparator.naturalOrder())
                                            .orElse(today))
                                    .format(DAY))
                    .orElse("no rule takes them");
            notices.add("Backups that were made before still hold what is deleted, and " + until + ": "
                    + String.join(", ", backups.stream().map(Held::title).toList()) + ".");
        }
        if (due.stream().anyMatch(one -> one.submission() != null)
                && catalogue.retention(What.INPUT, null).isEmpty()) {
            notices.add(
                    "No rule is about the drop folder: copies of deleted returns that still lie in it stay there, and"
                            + " each run names them.");
        }
        return notices;
    }

    /**
     * Deletes what is due today.
     *
     * @throws WorkInProgressException where somebody works on the output folder
     * @throws IOException where a file cannot be deleted; the next start tries again
     */
    public Outcome apply() throws IOException {
        try (Locks.Held lock = locks.take(Work.EVERYTHING, "retention")) {
            Objects.requireNonNull(lock);
            Optional<String> unfinished = unfinishedRun();
            if (unfinished.isPresent()) {
                return new Outcome.Refused(unfinished.get() + " was cut off and needs what it began with. Nothing was"
                        + " deleted. Start \"run\" to finish it, then \"retention\" again.");
            }
            finishHeld();
            RetentionPlan plan = plan();
            if (!plan.due().isEmpty()) {
                transaction.executeWithoutResult(status -> note(plan));
                finishHeld();
            }
            forgetWhatHasLeftTheDropFolder();
            copies.deleteLeftovers();
            events.publishEvent(new ThingsDeleted());
            return new Outcome.Deleted(plan);
        }
    }

    /**
     * Finishes deletions that were noted and cut off; nothing where there are none. While others work on the output folder it
     * is left for the next start: what was noted counts for nothing any more, but its files may be open.
     *
     * @throws IOException as {@link #apply}
     */
    public void finish() throws IOException {
        if (deletions.pending().isEmpty()) {
            return;
        }
        try (Locks.Held lock = locks.take(Work.EVERYTHING, "retention")) {
            Objects.requireNonNull(lock);
            finishHeld();
        } catch (WorkInProgressException othersWork) {
            return;
        }
    }

    private void finishHeld() throws IOException {
        List<Deletions.Noted> pending = deletions.pending();
        if (pending.isEmpty()) {
            return;
        }
        for (Deletions.Noted deletion : pending) {
            copies.delete(deletion);
        }
        transaction.executeWithoutResult(status -> {
            pending.forEach(this::forgetNames);
            names.forgetSightings(folders.input());
        });
        pages.rewrite();
        transaction.executeWithoutResult(status -> pending.forEach(deletions::done));
    }

    private void forgetNames(Deletions.Noted deletion) {
        if (WHOLE.contains(deletion.what())) {
            names.forgetAnswers(deletion.subject());
        }
    }

    /** A copy may be taken out long after what was received of it has been deleted; until then each run names it. */
    private void forgetWhatHasLeftTheDropFolder() {
        if (Boolean.TRUE.equals(transaction.execute(status -> names.forgetSightings(folders.input())))) {
            pages.rewrite();
        }
    }

    private void note(RetentionPlan plan) {
        for (Due due : plan.due()) {
            long deletion = deletions.note(due);
            if (due.submission() != null && WHOLE.contains(due.what())) {
                texts.forgetWhole(due.submission(), deletion);
                names.forget(due.submission(), deletion);
            } else if (due.submission() != null && due.what() == What.QUOTED_TEXT) {
                texts.forget(due.submission());
            } else if (due.what() == What.EXPLANATIONS) {
                texts.forgetExplanations(Integer.parseInt(due.subject()));
            } else {
                UploadedFile.of(due.subject()).ifPresent(file -> names.forget(file, deletion));
            }
        }
        for (RetentionRule rule : plan.due().stream().map(Due::rule).distinct().toList()) {
            long number =
                    plan.due().stream().filter(due -> due.rule().equals(rule)).count();
            trail.record(
                    actor.account(),
                    "retention",
                    "rule " + rule.title(),
                    rule.because(),
                    Map.of("what", rule.what().id(), "number", Long.toString(number)));
        }
    }

    private Optional<String> unfinishedRun() {
        return jdbc
                .sql("select number, period from run where state in ('started', 'failed') order by number")
                .query((row, number) -> "Run " + row.getInt(1) + " of " + row.getString(2))
                .list()
                .stream()
                .findFirst();
    }
}
