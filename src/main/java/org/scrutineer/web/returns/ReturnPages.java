package org.scrutineer.web.returns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.answers.FindingWords;
import org.scrutineer.answers.ReturnsAsRead;
import org.scrutineer.answers.ReturnsAsRead.AsRead;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.web.Kept;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.RoomPart;
import org.scrutineer.web.Tag;
import org.scrutineer.workbook.AnswerSheet;

/** Puts together what is shown of a return. */
@RoomPart
class ReturnPages {

    /** What no run has settled is checked again for each look at it, which takes a while; these many are remembered. */
    private static final int REMEMBERED = 20;

    private final Submissions submissions;
    private final ReturnsAsRead returns;
    private final Amendments amendments;
    private final DeletedReturns deleted;
    private final TeamAnswers answers;
    private final Catalogue catalogue;
    private final Kept<Unsettled, AsRead> remembered = new Kept<>(REMEMBERED);

    /** To tell how a file was read its whole workbook is looked at again; its bytes do not change. */
    private final Kept<AsRead, AnswerSheet> readings = new Kept<>(REMEMBERED);

    ReturnPages(
            Submissions submissions,
            ReturnsAsRead returns,
            Amendments amendments,
            DeletedReturns deleted,
            TeamAnswers answers,
            Catalogue catalogue) {
        this.submissions = submissions;
        this.returns = returns;
        this.amendments = amendments;
        this.deleted = deleted;
        this.answers = answers;
        this.catalogue = catalogue;
    }

    /** A return that no run has settled, with what is to be read differently. */
    private record Unsettled(long number, List<Amendment> amendments) {}

    /** The return, unless a retention rule took it. */
    Submission kept(Submissions.Checked checked) {
        if (deleted.of(checked.submission()).isPresent()) {
            throw new NotThereException();
        }
        return checked.submission();
    }

    AsRead read(Submissions.Checked checked) throws IOException {
        if (checked.verdict() != null) {
            return returns.of(checked);
        }
        var key = new Unsettled(checked.submission().id(), amendments.of(checked.submission()));
        return remembered.get(key, () -> returns.of(checked));
    }

    AnswerSheet howWeRead(AsRead read) throws IOException {
        return readings.get(read, () -> returns.howWeRead(read));
    }

    /** The sheets that were read, in the workbook's words. */
    List<String> sheets(Submissions.Checked checked) throws IOException {
        return read(checked).columns().stream()
                .map(MatchedColumn::sheet)
                .distinct()
                .sorted()
                .toList();
    }

    ReturnPage.Heading heading(Submissions.Checked checked) {
        Submission submission = checked.submission();
        String name = submission.fileName();
        return new ReturnPage.Heading(
                catalogue
                        .returnType(submission.returnType())
                        .map(ReturnType::name)
                        .orElse(submission.returnType()),
                catalogue.organisation().senderName(submission.team()),
                submission.period(),
                name.substring(name.lastIndexOf('/') + 1),
                ReturnPaths.of(submission));
    }

    ReturnPage page(Submissions.Checked checked, Person person) throws IOException {
        Submission submission = checked.submission();
        Optional<DeletedReturns.Gone> gone = deleted.of(submission);
        if (gone.isPresent()) {
            return new ReturnPage(
                    heading(checked),
                    submission,
                    submissions.receipt(submission),
                    new Tag("Deleted", "grey"),
                    "It was " + gone.get().words() + ". Figures that were made from it stay.",
                    true,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    attempts(checked),
                    false,
                    false,
                    false);
        }
        AsRead read = read(checked);
        boolean mayChange = person.is(Role.OFFICER) && Changing.isOpen(checked);
        return new ReturnPage(
                heading(checked),
                submission,
                submissions.receipt(submission),
                checked.superseded() ? ReturnTags.of(checked) : ReturnTags.of(read.verdict(), read.toCorrect()),
                outcome(checked, read),
                read.settled(),
                counts(read),
                findings(read, mayChange, finding -> finding.severity() != Severity.INFO),
                findings(read, mayChange, finding -> finding.severity() == Severity.INFO),
                read.sinceLastTime(),
                amendments.of(submission),
                attempts(checked),
                answers.newestAnswerTo(submission).isPresent(),
                person.is(Role.OFFICER),
                mayChange);
    }

    private String outcome(Submissions.Checked checked, AsRead read) {
        if (checked.superseded()) {
            return submissions
                    .supersededBy(checked.submission())
                    .map(newer -> "A later return has taken its place: " + newer.fileName() + ".")
                    .orElse("A later return has taken its place.");
        }
        return read.outcome();
    }

    private List<ReturnPage.Counts> counts(AsRead read) {
        return read.counts().stream()
                .map(count -> new ReturnPage.Counts(
                        catalogue.datasets().stream()
                                .filter(dataset -> dataset.id().equals(count.dataset()))
                                .map(Dataset::name)
                                .findFirst()
                                .orElse(count.dataset()),
                        count,
                        read.cells().getOrDefault(count.dataset(), CellCount.NONE)))
                .toList();
    }

    /** Sheet by sheet, in the order of the worst finding on each; what is about the whole file comes under its own name. */
    private static List<ReturnPage.SheetFindings> findings(AsRead read, boolean mayChange, Predicate<Finding> wanted) {
        var bySheet = new LinkedHashMap<String, List<ReturnPage.FindingRow>>();
        for (int place = 0; place < read.findings().size(); place++) {
            Finding finding = read.findings().get(place);
            if (wanted.test(finding)) {
                String since = place < read.beside().size() ? read.beside().get(place) : "";
                bySheet.computeIfAbsent(
                                finding.sheet() == null ? "Whole file" : finding.sheet(), first -> new ArrayList<>())
                        .add(row(finding, since, mayChange));
            }
        }
        return bySheet.entrySet().stream()
                .map(sheet -> new ReturnPage.SheetFindings(sheet.getKey(), sheet.getValue()))
                .toList();
    }

    private static ReturnPage.FindingRow row(Finding finding, String since, boolean mayChange) {
        Tag severity = new Tag(
                FindingWords.consequence(finding),
                finding.waiver() != null
                        ? "grey"
                        : switch (finding.severity()) {
                            case BLOCK, ERROR -> "red";
                            case WARNING -> "orange";
                            case QUERY -> "yellow";
                            case INFO -> "blue";
                        });
        return new ReturnPage.FindingRow(
                severity,
                FindingWords.place(finding),
                FindingWords.found(finding),
                FindingWords.expected(finding),
                FindingWords.remedy(finding),
                since,
                finding.sheet() == null ? null : finding.cell(),
                mayChange && finding.severity() != Severity.INFO);
    }

    /** Newest first. */
    private List<ReturnPage.Attempt> attempts(Submissions.Checked shown) {
        var attempts = new ArrayList<ReturnPage.Attempt>();
        for (Submissions.Checked one : submissions.attempts(shown.submission())) {
            Submission submission = one.submission();
            attempts.add(
                    0,
                    new ReturnPage.Attempt(
                            heading(one).file(),
                            submission,
                            submissions.receipt(submission).receivedAt(),
                            ReturnTags.of(one),
                            ReturnPaths.of(submission),
                            submission.id() == shown.submission().id()));
        }
        return attempts;
    }
}
