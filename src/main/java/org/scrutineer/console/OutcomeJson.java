package org.scrutineer.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.backup.Backups;
import org.scrutineer.backup.Restore;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.Releasing;
import org.scrutineer.persons.PersonalData;
import org.scrutineer.pipeline.FreezeOutcome;
import org.scrutineer.pipeline.Rebuilt;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.pipeline.Troubles;
import org.scrutineer.templates.Templates;
import org.scrutineer.validation.Amending;

/** What commands print of what they did, or why they did nothing. */
final class OutcomeJson {

    private OutcomeJson() {}

    /** @param sentences as people are told them */
    static String failed(int exitCode, List<String> sentences) {
        return Json.text(Json.object("error", Json.object("exit_code", exitCode, "sentences", sentences)));
    }

    /** @param warnings of the folders that were worked in, as sentences */
    static String ran(RunReport report, List<String> warnings) {
        return Json.text(Json.object(
                "found", report.found(),
                "received", report.received(),
                "stopped", report.stopped(),
                "periods", report.periods().stream().map(StatusJson::period).toList(),
                "failed",
                        report.failed().stream()
                                .map(failure -> Json.object(
                                        "period", failure.run().period().toString(),
                                        "run", failure.run().number(),
                                        "published", failure.published(),
                                        "why", Troubles.sentence(failure.cause())))
                                .toList(),
                "finished",
                        report.finished().stream()
                                .map(run -> Json.object("period", run.period().toString(), "run", run.number()))
                                .toList(),
                "changes",
                        report.changes().stream()
                                .map(changes -> Json.object(
                                        "period", changes.run().period().toString(),
                                        "run", changes.run().number(),
                                        "figures", changes.figures(),
                                        "changed", changes.changed().size()))
                                .toList(),
                "in_the_way",
                        report.inTheWay().stream()
                                .map(holder -> holder.sentence() + ".")
                                .toList(),
                "closed",
                        report.closed().stream()
                                .map(closed ->
                                        Json.object("period", closed.period().toString(), "why", closed.sentence()))
                                .toList(),
                "unrecognised",
                        report.unrecognised().stream()
                                .map(StatusJson::unrecognised)
                                .toList(),
                "checked", report.checked().stream().map(Path::toString).toList(),
                "catalogue_changed",
                        report.catalogueChanged().stream().map(Object::toString).toList(),
                "notices", report.notices().stream().map(StatusJson::notice).toList(),
                "warnings", warnings));
    }

    static String rebuilt(Rebuilt rebuilt) {
        return Json.text(Json.object(
                "period", rebuilt.run().period().toString(),
                "run", rebuilt.run().number(),
                "folder", rebuilt.folder().toString(),
                "files", rebuilt.files(),
                "differing",
                        rebuilt.differing().stream()
                                .map(file -> Json.object("file", file.name(), "places", file.places()))
                                .toList(),
                "software_then", rebuilt.softwareThen(),
                "software_now", rebuilt.softwareNow()));
    }

    /** @param problems why nothing was taken of the list; none where it was */
    static String amended(Amending.Outcome outcome) {
        return Json.text(Json.object(
                "lines", outcome.lines(),
                "returns",
                        outcome.amended().stream()
                                .map(submission -> Json.object(
                                        "period", submission.period().toString(), "file", submission.fileName()))
                                .toList(),
                "problems",
                        outcome.problems().stream().map(FindingJson::finding).toList()));
    }

    static String frozen(FreezeOutcome.Frozen frozen) {
        return Json.text(Json.object(
                "year", frozen.year().year().toString(),
                "name", frozen.year().name(),
                "run", frozen.year().run(),
                "figures", frozen.figures(),
                "indicators", frozen.indicators(),
                "printed_from_run", frozen.fromRun()));
    }

    static String approved(Releasing.Approved approved) {
        return Json.text(Json.object(
                "approved",
                        approved.releases().stream().map(StatusJson::release).toList(),
                "known", approved.known()));
    }

    static String sent(List<Issuing.Issue> issues, List<Delivery> mails) {
        return Json.text(Json.object(
                "issues", issues.stream().map(OutcomeJson::issue).toList(),
                "mails", mails.stream().map(StatusJson::delivery).toList()));
    }

    static String withdrawn(List<Issuing.Issue> issues) {
        return Json.text(
                Json.object("withdrawn", issues.stream().map(OutcomeJson::issue).toList()));
    }

    private static Map<String, @Nullable Object> issue(Issuing.Issue issue) {
        return Json.object(
                "release", StatusJson.release(issue.release()),
                "not_issued", issue.isIssued() ? null : issue.notIssued(),
                "tell_yourself", issue.notTold());
    }

    /** @param nothingToExplain the names of roles that were asked nothing */
    static String templates(List<Templates.Result> results, List<String> nothingToExplain) {
        return Json.text(Json.object(
                "files",
                results.stream()
                        .map(result -> Json.object(
                                "file",
                                result.file().toString(),
                                "outcome",
                                result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .toList(),
                "nothing_to_explain",
                nothingToExplain));
    }

    static String backedUp(Backups.Made made) {
        return Json.text(Json.object(
                "folder", made.folder().toString(),
                "files", made.files(),
                "bytes", made.bytes(),
                "shared_with_the_backup_before", made.linked(),
                "notices", made.notices()));
    }

    static String restored(Restore.Restored restored, Folders folders) {
        return Json.text(Json.object(
                "backup", restored.backup().toString(),
                "made_at", restored.madeAt().toString(),
                "output", folders.output().toString(),
                "files", restored.files(),
                "bytes", restored.bytes(),
                "catalogue_files_that_differ", restored.catalogueDiffers()));
    }

    static String sound(Folders folders, Catalogue catalogue) {
        return Json.text(Json.object(
                "catalogue", folders.catalogue().toString(),
                "hash", catalogue.hash(),
                "teams", catalogue.organisation().teams().size(),
                "return_types", catalogue.returnTypes().size(),
                "datasets", catalogue.datasets().size(),
                "indicators",
                        catalogue.indicators().stream()
                                .map(Indicator::id)
                                .distinct()
                                .count(),
                "targets", catalogue.targets().size()));
    }

    /** @param copies where they lie, in words */
    static String personalData(List<PersonalData.Held> held, String copies) {
        return Json.text(held.stream()
                .map(one -> Json.object(
                        "return_type", one.type().id(),
                        "dataset", one.dataset().id(),
                        "column", one.column().name(),
                        "header", one.header(),
                        "why_it_is_asked_for", one.about(),
                        "where_copies_lie", copies,
                        "rule", one.kept() == null ? null : one.kept().id(),
                        "kept_for", one.kept() == null ? null : one.kept().terms(),
                        "why_so_long", one.kept() == null ? null : one.kept().because(),
                        "figures_made_with_it", one.indicators(),
                        "who_sees_figures_made_with_it", one.audiences()))
                .toList());
    }

    static String version(String version) {
        return Json.text(
                Json.object("version", version, "java", Runtime.version().feature()));
    }
}
