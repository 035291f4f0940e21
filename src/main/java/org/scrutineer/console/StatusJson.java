package org.scrutineer.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.intake.Notice;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.RunEntry;
import org.scrutineer.rendering.Rendition;
import org.scrutineer.schedule.Standing;

/** What {@code status} prints. */
final class StatusJson {

    private StatusJson() {}

    static Map<String, @Nullable Object> release(Release release) {
        Release.Approval approval = release.approval();
        return Json.object(
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
        return Json.object(
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

    static Map<String, @Nullable Object> delivery(Delivery delivery) {
        return Json.object(
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
        return Json.text(Json.object(
                "periods",
                        standing.periods().stream()
                                .map(month -> period(month.status()))
                                .toList(),
                "runs",
                        standing.periods().stream()
                                .flatMap(month -> month.runs().stream())
                                .map(StatusJson::run)
                                .toList(),
                "releases",
                        standing.periods().stream()
                                .flatMap(month -> month.releases().stream())
                                .map(StatusJson::release)
                                .toList(),
                "mails",
                        standing.deliveries().stream().map(StatusJson::delivery).toList(),
                "mail_mistakes", standing.mailMistakes(),
                "schedule",
                        Json.object(
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
                                                .map(night -> Json.object(
                                                        "date", night.date().toString(),
                                                        "state", night.state().id()))
                                                .toList()),
                "backups",
                        standing.backups().stream()
                                .map(backup -> Json.object(
                                        "folder", backup.folder().toString(),
                                        "begun_at", backup.begunAt().toString()))
                                .toList(),
                "unrecognised",
                        standing.unrecognised().stream()
                                .map(StatusJson::unrecognised)
                                .toList(),
                "notices", standing.notices().stream().map(StatusJson::notice).toList(),
                "deleted_by_rule", standing.deleted()));
    }

    static Map<String, @Nullable Object> unrecognised(Submissions.Unrecognised file) {
        return Json.object(
                "file",
                file.fileName(),
                "findings",
                file.findings().stream().map(FindingJson::finding).toList());
    }

    static Map<String, @Nullable Object> notice(Notice notice) {
        return Json.object(
                "file", notice.file(),
                "what", notice.what().code(),
                "sentence", notice.sentence());
    }

    private static Map<String, @Nullable Object> paper(Rendition rendition) {
        return Json.object(
                "document", rendition.document(),
                "pdf", rendition.made().map(Rendition.Made::fileName).orElse(null),
                "why_not", rendition.outcome() instanceof Rendition.NotMade notMade ? notMade.why() : null);
    }

    static Map<String, @Nullable Object> period(PeriodStatus status) {
        return Json.object(
                "period", status.period().toString(),
                "expected", status.expected(),
                "received", status.received(),
                "missing", status.missing(),
                "expected_returns",
                        status.expectedReturns().stream()
                                .map(StatusJson::expected)
                                .toList(),
                "checked_by_former_definitions", status.byFormerDefinitions(),
                "rows",
                        Json.object(
                                "read", status.rows().read(),
                                "accepted", status.rows().accepted(),
                                "refused", status.rows().refused(),
                                "blank", status.rows().blank()),
                "cells", FindingJson.cells(status.cells()),
                "run", status.newestRun().map(run -> (Object) run.number()).orElse(null),
                "figures", status.figures(),
                "kept_out",
                        status.keptOut().stream()
                                .map(one -> Json.object(
                                        "indicator", one.indicator().id(),
                                        "name", one.indicator().name(),
                                        "rows", one.rows(),
                                        "returns", one.returns()))
                                .toList(),
                "workbooks", status.workbooks().stream().map(Path::toString).toList(),
                "papers", status.renditions().stream().map(StatusJson::paper).toList(),
                "returns",
                        status.returns().stream()
                                .map(entry -> Json.object(
                                        "file", entry.fileName(),
                                        "team", entry.team(),
                                        "state", entry.state(),
                                        "answer", entry.answer(),
                                        "findings",
                                                entry.toCorrect().stream()
                                                        .map(FindingJson::finding)
                                                        .toList()))
                                .toList());
    }

    private static Map<String, @Nullable Object> expected(PeriodStatus.ExpectedReturn expected) {
        return Json.object(
                "team", expected.team(),
                "return_type", expected.returnType(),
                "due", expected.due().toString(),
                "state", expected.isMissing() ? "missing" : expected.isLate() ? "late" : "in-time",
                "prepared_on", expected.preparedOn().map(LocalDate::toString).orElse(null),
                "working_days_late", expected.workingDaysLate(),
                "working_days_left", expected.workingDaysLeft());
    }
}
