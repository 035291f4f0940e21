package org.scrutineer.web.upload;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.schedule.Acknowledgements;
import org.scrutineer.web.RoomPart;
import org.scrutineer.web.Tag;
import org.scrutineer.web.returns.ReturnPaths;
import org.scrutineer.web.returns.ReturnTags;

/** Finds out what became of the files of an upload. */
@RoomPart
class UploadPages {

    private final Submissions submissions;
    private final Findings findings;
    private final Acknowledgements acknowledgements;
    private final UploadProperties settings;
    private final Clock clock;

    UploadPages(
            Submissions submissions,
            Findings findings,
            Acknowledgements acknowledgements,
            UploadProperties settings,
            Clock clock) {
        this.submissions = submissions;
        this.findings = findings;
        this.acknowledgements = acknowledgements;
        this.settings = settings;
        this.clock = clock;
    }

    UploadPage page(Upload upload) {
        var rows = new ArrayList<UploadPage.Row>();
        for (int place = 0; place < upload.files().size(); place++) {
            rows.add(row(upload, place));
        }
        return new UploadPage(upload.number(), upload.at(), rows, rows.stream().anyMatch(row -> !row.isRead()));
    }

    private UploadPage.Row row(Upload upload, int place) {
        Upload.File file = upload.files().get(place);
        if (file.outcome() == Upload.Outcome.REFUSED) {
            return new UploadPage.Row(
                    place, file.name(), new Tag("Not taken", "red"), file.refusal(), true, true, null);
        }
        Optional<Submissions.Checked> found =
                submissions.withHash(file.hash()).stream().findFirst();
        if (file.outcome() == Upload.Outcome.KNOWN) {
            return known(place, file, found);
        }
        return found.flatMap(checked -> told(checked).map(told -> read(place, file, checked, told)))
                .orElseGet(() -> notRead(upload, place, file));
    }

    private static UploadPage.Row known(int place, Upload.File file, Optional<Submissions.Checked> found) {
        return new UploadPage.Row(
                place,
                file.name(),
                new Tag("Received before", "grey"),
                found.map(checked -> checked.superseded()
                                ? "These very bytes were received before, and a later return has taken their place. If"
                                        + " this one should count, raise Prepared on and upload it again."
                                : "These very bytes were received before. Nothing was done twice.")
                        .orElse("These very bytes were received before, when nobody could tell whose return they are."
                                + " Save the workbook again and upload that."),
                true,
                false,
                found.map(checked -> ReturnPaths.of(checked.submission())).orElse(null));
    }

    private static UploadPage.Row read(
            int place, Upload.File file, Submissions.Checked checked, Acknowledgements.Told told) {
        return new UploadPage.Row(
                place,
                file.name(),
                ReturnTags.of(told.verdict(), told.toCorrect()),
                sentence(told),
                true,
                false,
                ReturnPaths.of(checked.submission()));
    }

    /** A run may have been faster; then what it found holds. */
    private Optional<Acknowledgements.Told> told(Submissions.Checked checked) {
        Submission submission = checked.submission();
        Verdict verdict = checked.verdict();
        if (verdict == null) {
            return acknowledgements.of(submission.fileHash());
        }
        return Optional.of(new Acknowledgements.Told(verdict, (int) findings.of(submission).stream()
                .filter(finding -> finding.severity() != Severity.INFO && finding.waiver() == null)
                .count()));
    }

    private static String sentence(Acknowledgements.Told told) {
        String things = String.format(
                Locale.UK,
                "%,d %s to correct or confirm",
                told.toCorrect(),
                told.toCorrect() == 1 ? "thing" : "things");
        return switch (told.verdict()) {
            case ACCEPTED, ACCEPTED_WITH_FINDINGS ->
                told.toCorrect() == 0
                        ? "It can be counted; there is nothing to correct."
                        : "It can be counted; " + things + ".";
            case HELD -> "It waits until a person decides whether it counts.";
            case REFUSED -> "It cannot be counted as it is; " + things + ".";
        };
    }

    private UploadPage.Row notRead(Upload upload, int place, Upload.File file) {
        boolean givenUp = upload.at().plus(settings.patience()).isBefore(clock.instant());
        return new UploadPage.Row(
                place,
                file.name(),
                givenUp ? new Tag("Not read", "red") : new Tag("Being read", "blue"),
                givenUp
                        ? "Nobody could read it until now. Tell the data officer, or upload it again."
                        : "It has been received and is being read.",
                givenUp,
                givenUp,
                null);
    }
}
