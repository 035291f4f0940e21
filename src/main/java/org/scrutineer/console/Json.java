package org.scrutineer.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.RowCount;
import org.scrutineer.persons.HeldAbout;
import org.scrutineer.persons.PersonNumber;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Preview;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.pipeline.RunEntry;
import org.scrutineer.publication.MembersAnswers;
import org.scrutineer.publication.MembersQuestion;
import org.scrutineer.publication.PublishedFiles;
import org.scrutineer.reconciliation.Discrepancy;
import org.scrutineer.rendering.Rendition;
import org.scrutineer.retention.RetentionPlan;
import org.scrutineer.schedule.Standing;
import org.scrutineer.workbook.WorkbookDifferences;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that commands print; its names are a contract with whoever reads it. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String checked(List<CheckCommand.Checked> files) {
        return MAPPER.writeValueAsString(files.stream()
                .map(entry -> object(
                        "file", entry.file().toString(),
                        "verdict", entry.verdict().id(),
                        "reason", entry.reason(),
                        "datasets",
                                entry.rows().stream()
                                        .map(count ->
                                                dataset(count, entry.cells().get(count.dataset())))
                                        .toList(),
                        "findings", entry.findings().stream().map(Json::finding).toList()))
                .toList());
    }

    static String preview(Preview preview) {
        return MAPPER.writeValueAsString(preview.periods().stream()
                .map(period -> object(
                        "period",
                        period.period().toString(),
                        "published",
                        period.published(),
                        "returns",
                        period.returns().stream()
                                .map(one -> object(
                                        "file",
                                        one.fileName(),
                                        "team",
                                        one.team(),
                                        "kind",
                                        one.kind().name().toLowerCase(Locale.ROOT),
                                        "verdict",
                                        one.verdict(),
                                        "workingDaysLate",
                                        one.workingDaysLate()))
                                .toList(),
                        "trouble",
                        period.trouble().isEmpty() ? null : period.trouble(),
                        "figures",
                        period.changes().figures(),
                        "changed",
                        period.changes().changed().stream()
                                .map(figure -> object(
                                        "indicator",
                                        figure.indicator(),
                                        "headline",
                                        figure.headline(),
                                        "of",
                                        figure.of(),
                                        "timing",
                                        figure.timing(),
                                        "before",
                                        figure.before(),
                                        "now",
                                        figure.now(),
                                        "why",
                                        figure.why()))
                                .toList(),
                        "audiences",
                        period.audiences()))
                .toList());
    }

    static String verified(Map<Path, PublishedFiles.Answer> answers) {
        return MAPPER.writeValueAsString(answers.entrySet().stream()
                .map(entry -> verified(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Map<String, @Nullable Object> verified(Path file, PublishedFiles.Answer answer) {
        if (answer instanceof PublishedFiles.Answer.Same same) {
            return verified(file, "same", same.origin(), List.of());
        }
        if (answer instanceof PublishedFiles.Answer.SameContent same) {
            return verified(file, "same-content", same.origin(), List.of());
        }
        if (answer instanceof PublishedFiles.Answer.Changed changed) {
            return verified(file, "changed", changed.origin(), changes(changed.differences()));
        }
        return answer instanceof PublishedFiles.Answer.Other other
                ? verified(file, "other", other.origin(), List.of())
                : verified(file, "unknown", null, List.of());
    }

    private static Map<String, @Nullable Object> verified(
            Path file,
            String verdict,
            PublishedFiles.@Nullable Origin origin,
            List<Map<String, @Nullable Object>> changes) {
        return object(
                "file",
                file.toString(),
                "verdict",
                verdict,
                "run",
                origin == null ? null : origin.run(),
                "period",
                origin == null ? null : origin.period().toString(),
                "published",
                origin == null ? null : origin.fileName(),
                "changes",
                changes);
    }

    private static List<Map<String, @Nullable Object>> changes(WorkbookDifferences differences) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        differences.sheetsAdded().forEach(sheet -> changes.add(object("sheet", sheet, "change", "added")));
        differences.sheetsRemoved().forEach(sheet -> changes.add(object("sheet", sheet, "change", "removed")));
        differences
                .cells()
                .forEach(cell -> changes.add(object(
                        "sheet", cell.sheet(),
                        "cell", cell.cell(),
                        "published", cell.before(),
                        "now", cell.after())));
        return changes;
    }

    static String answer(MembersQuestion question, MembersAnswers.Answer answer) {
        return MAPPER.writeValueAsString(object(
                "number", answer.number(),
                "question", question.text(),
                "audience", question.audience(),
                "file", answer.workbook().toString(),
                "figures",
                        answer.told().stream()
                                .map(told -> object(
                                        "run", told.run(),
                                        "period", told.period().toString(),
                                        "indicator", told.indicator().id(),
                                        "organisation", told.value().organisation(),
                                        "authority", told.value().authority(),
                                        "timing", told.value().timing().id(),
                                        "numerator", told.value().numerator(),
                                        "denominator", told.value().denominator(),
                                        "value", told.value().value(),
                                        "status", told.value().status().symbol()))
                                .toList()));
    }

    static String linted(List<LintCommand.Linted> files) {
        return MAPPER.writeValueAsString(files.stream()
                .map(entry -> object(
                        "file", entry.file().toString(),
                        "unreadable", entry.unreadable(),
                        "problems",
                                entry.problems().stream()
                                        .map(problem -> object(
                                                "rule", problem.rule().id(),
                                                "level",
                                                        problem.rule()
                                                                .level()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT),
                                                "sheet", problem.sheet(),
                                                "cell", problem.cell(),
                                                "found", problem.found(),
                                                "expected", problem.rule().expected(),
                                                "remedy", problem.rule().remedy()))
                                        .toList()))
                .toList());
    }

    static String audited(AuditVerdict verdict) {
        return MAPPER.writeValueAsString(
                verdict instanceof AuditVerdict.Sound sound
                        ? object(
                                "sound",
                                true,
                                "entries",
                                sound.head().entry(),
                                "keyed",
                                sound.keyed(),
                                "heads",
                                sound.anchors(),
                                "head",
                                sound.head().toString())
                        : object(
                                "sound",
                                false,
                                "entry",
                                ((AuditVerdict.Broken) verdict).entry(),
                                "sentence",
                                ((AuditVerdict.Broken) verdict).sentence()));
    }

    private static Map<String, @Nullable Object> release(Release release) {
        Release.Approval approval = release.approval();
        return object(
                "period",
                release.period().toString(),
                "run",
                release.run(),
                "audience",
                release.audience(),
                "state",
                release.state().id(),
                "approved_by",
                approval == null ? null : approval.as(),
                "embargo",
                approval == null || approval.embargo() == null ? null : String.valueOf(approval.embargo()),
                "issued_at",
                release.issuedAt() == null ? null : String.valueOf(release.issuedAt()),
                "why",
                release.ended());
    }

    private static Map<String, @Nullable Object> run(RunEntry entry) {
        return object(
                "run",
                entry.run().number(),
                "period",
                entry.run().period().toString(),
                "kind",
                entry.kind(),
                "state",
                entry.run().state().name().toLowerCase(Locale.ROOT),
                "started_by",
                entry.startedBy(),
                "reason",
                entry.reason().orElse(null),
                "started_at",
                entry.startedAt().toString(),
                "finished_at",
                entry.finishedAt().map(Object::toString).orElse(null));
    }

    private static Map<String, @Nullable Object> delivery(Delivery delivery) {
        return object(
                "number", delivery.id(),
                "kind", delivery.message().kind(),
                "what", delivery.message().key(),
                "to", delivery.message().recipient().address(),
                "state", delivery.state().id(),
                "attempts", delivery.attempts(),
                "next_attempt", delivery.nextAttempt().map(Object::toString).orElse(null),
                "said", delivery.said());
    }

    static String status(Standing standing) {
        return MAPPER.writeValueAsString(object(
                "periods",
                        standing.periods().stream()
                                .map(month -> period(month.status()))
                                .toList(),
                "runs",
                        standing.periods().stream()
                                .flatMap(month -> month.runs().stream())
                                .map(Json::run)
                                .toList(),
                "releases",
                        standing.periods().stream()
                                .flatMap(month -> month.releases().stream())
                                .map(Json::release)
                                .toList(),
                "mails", standing.deliveries().stream().map(Json::delivery).toList(),
                "mail_mistakes", standing.mailMistakes(),
                "schedule",
                        object(
                                "kept_since",
                                        standing.schedule()
                                                .keptSince()
                                                .map(Object::toString)
                                                .orElse(null),
                                "next_night",
                                        standing.schedule()
                                                .nextNight()
                                                .toOffsetDateTime()
                                                .toString(),
                                "nights_not_done",
                                        standing.schedule().nights().stream()
                                                .map(night -> object(
                                                        "date", night.date().toString(),
                                                        "state", night.state().id()))
                                                .toList()),
                "backups",
                        standing.backups().stream()
                                .map(backup -> object(
                                        "folder", backup.folder().toString(),
                                        "begun_at", backup.begunAt().toString()))
                                .toList(),
                "unrecognised",
                        standing.unrecognised().stream()
                                .map(file -> object(
                                        "file", file.fileName(),
                                        "findings",
                                                file.findings().stream()
                                                        .map(Json::finding)
                                                        .toList()))
                                .toList(),
                "notices",
                        standing.notices().stream()
                                .map(notice -> object(
                                        "file", notice.file(),
                                        "what", notice.what().code(),
                                        "sentence", notice.sentence()))
                                .toList(),
                "deleted_by_rule", standing.deleted()));
    }

    static String findings(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns) {
        return MAPPER.writeValueAsString(Stream.concat(
                        findings.stream().map(Json::reported),
                        acrossReturns.stream().map(Json::reported))
                .toList());
    }

    private static Map<String, @Nullable Object> reported(ReportedFinding reported) {
        Map<String, @Nullable Object> object = object(
                "kind", reported.kind(),
                "period", reported.period() == null ? null : reported.period().toString(),
                "team", reported.team(),
                "return_type", reported.returnType(),
                "verdict", reported.state());
        object.putAll(finding(reported.finding()));
        object.put("months", reported.months());
        object.put(
                "since_last_attempt",
                reported.history() == null || reported.history().since() == null
                        ? null
                        : reported.history().since().words());
        return object;
    }

    /** It has the names of a finding of a return; its further cells may stand in other files, so these are named. */
    private static Map<String, @Nullable Object> reported(ReportedDiscrepancy reported) {
        Discrepancy discrepancy = reported.discrepancy();
        Discrepancy.@Nullable Place first =
                discrepancy.places().isEmpty() ? null : discrepancy.places().get(0);
        return object(
                "kind",
                ReportedDiscrepancy.KIND,
                "period",
                reported.period().toString(),
                "team",
                String.join(", ", reported.teams()),
                "return_type",
                null,
                "verdict",
                null,
                "rule",
                discrepancy.rule(),
                "severity",
                discrepancy.severity().name().toLowerCase(Locale.ROOT),
                "file",
                first == null ? null : first.file(),
                "sheet",
                first == null ? null : first.sheet(),
                "cell",
                first == null ? null : first.cell(),
                "found",
                discrepancy.found(),
                "expected",
                discrepancy.expected(),
                "remedy",
                discrepancy.remedy(),
                "also",
                discrepancy.places().stream()
                        .skip(1)
                        .map(place -> object("file", place.file(), "sheet", place.sheet(), "cell", place.cell()))
                        .toList(),
                "waiver",
                null,
                "months",
                null,
                "since_last_attempt",
                null);
    }

    private static Map<String, @Nullable Object> paper(Rendition rendition) {
        return object(
                "document", rendition.document(),
                "pdf", rendition.made().map(Rendition.Made::fileName).orElse(null),
                "why_not", rendition.outcome() instanceof Rendition.NotMade notMade ? notMade.why() : null);
    }

    private static Map<String, @Nullable Object> period(PeriodStatus status) {
        return object(
                "period", status.period().toString(),
                "expected", status.expected(),
                "received", status.received(),
                "missing", status.missing(),
                "expected_returns",
                        status.expectedReturns().stream().map(Json::expected).toList(),
                "checked_by_former_definitions", status.byFormerDefinitions(),
                "rows",
                        object(
                                "read", status.rows().read(),
                                "accepted", status.rows().accepted(),
                                "refused", status.rows().refused(),
                                "blank", status.rows().blank()),
                "cells", cells(status.cells()),
                "run", status.newestRun().map(run -> (Object) run.number()).orElse(null),
                "figures", status.figures(),
                "kept_out",
                        status.keptOut().stream()
                                .map(one -> object(
                                        "indicator", one.indicator().id(),
                                        "name", one.indicator().name(),
                                        "rows", one.rows(),
                                        "returns", one.returns()))
                                .toList(),
                "workbooks", status.workbooks().stream().map(Path::toString).toList(),
                "papers", status.renditions().stream().map(Json::paper).toList(),
                "returns",
                        status.returns().stream()
                                .map(entry -> object(
                                        "file", entry.fileName(),
                                        "team", entry.team(),
                                        "state", entry.state(),
                                        "answer", entry.answer(),
                                        "findings",
                                                entry.toCorrect().stream()
                                                        .map(Json::finding)
                                                        .toList()))
                                .toList());
    }

    static String heldAbout(PersonNumber number, HeldAbout held) {
        return MAPPER.writeValueAsString(object(
                "sought", number.asked(),
                "files",
                        held.files().stream()
                                .map(file -> object(
                                        "file", file.name(),
                                        "sha256", file.sha256(),
                                        "team", file.team(),
                                        "period",
                                                file.period() == null
                                                        ? null
                                                        : file.period().toString(),
                                        "state", file.state(),
                                        "cells",
                                                file.cells().stream()
                                                        .map(cell -> object(
                                                                "sheet", cell.sheet(),
                                                                "cell", cell.cell(),
                                                                "read_as", cell.column(),
                                                                "match",
                                                                        cell.match()
                                                                                .name()
                                                                                .toLowerCase(Locale.ROOT),
                                                                "accepted", cell.counts()))
                                                        .toList(),
                                        "counted_in_runs", file.runs(),
                                        "copies",
                                                file.copies().stream()
                                                        .map(Path::toString)
                                                        .toList()))
                                .toList(),
                "quoted",
                        held.quoted().stream()
                                .map(quote -> object(
                                        "where",
                                        quote.where(),
                                        "match",
                                        quote.match().name().toLowerCase(Locale.ROOT)))
                                .toList(),
                "besides", held.besides().stream().map(Path::toString).toList(),
                "backups", held.backups().stream().map(Path::toString).toList(),
                "not_searched", held.notSearched()));
    }

    /** @param deleted whether what is due was deleted */
    static String retention(RetentionPlan plan, boolean deleted) {
        return MAPPER.writeValueAsString(object(
                "deleted", deleted,
                "due",
                        plan.due().stream()
                                .map(due -> object(
                                        "rule", due.rule().id(),
                                        "what", due.what().id(),
                                        "title", due.title(),
                                        "kept_until", due.keptUntil().toString()))
                                .toList(),
                "longer",
                        plan.longer().stream()
                                .map(longer -> object(
                                        "rule", longer.rule().id(),
                                        "title", longer.title(),
                                        "kept_until",
                                                longer.keptUntil().equals(LocalDate.MAX)
                                                        ? null
                                                        : longer.keptUntil().toString(),
                                        "because", longer.because()))
                                .toList(),
                "without_rule",
                        plan.withoutRule().stream().map(RetentionRule.What::id).toList(),
                "notices", plan.notices()));
    }

    private static Map<String, @Nullable Object> dataset(RowCount rows, @Nullable CellCount cells) {
        return object(
                "dataset",
                rows.dataset(),
                "rows",
                object(
                        "read", rows.read(),
                        "accepted", rows.accepted(),
                        "refused", rows.refused(),
                        "blank", rows.blank()),
                "cells",
                cells == null ? null : cells(cells));
    }

    private static Map<String, @Nullable Object> cells(CellCount count) {
        return object(
                "filled", count.cells(),
                "used", count.used(),
                "not-asked-for", count.notAskedFor(),
                "unreadable", count.unreadable());
    }

    private static Map<String, @Nullable Object> expected(PeriodStatus.ExpectedReturn expected) {
        return object(
                "team", expected.team(),
                "return_type", expected.returnType(),
                "due", expected.due().toString(),
                "state", expected.isMissing() ? "missing" : expected.isLate() ? "late" : "in-time",
                "prepared_on", expected.preparedOn().map(LocalDate::toString).orElse(null),
                "working_days_late", expected.workingDaysLate(),
                "working_days_left", expected.workingDaysLeft());
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return object(
                "rule", finding.rule(),
                "severity", finding.severity().name().toLowerCase(Locale.ROOT),
                "file", finding.file(),
                "sheet", finding.sheet(),
                "cell", finding.cell(),
                "found", finding.found(),
                "expected", finding.expected(),
                "remedy", finding.remedy(),
                "also",
                        finding.also().stream()
                                .map(place -> object("sheet", place.sheet(), "cell", place.cell()))
                                .toList(),
                "waiver", finding.waiver());
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
