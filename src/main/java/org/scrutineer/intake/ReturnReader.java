package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.StagedReturn;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** Reads a return's sheets into staged rows, sheet by sheet, with a finding for all that is not as it should be. */
@Component
public class ReturnReader {

    /** Changes whenever the same bytes would be read differently; a part of every segment's name. */
    public static final String VERSION = "2";

    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;

    ReturnReader(Catalogue catalogue, SourceWorkbooks workbooks) {
        this.catalogue = catalogue;
        this.workbooks = workbooks;
    }

    /** @param findings in the order they were met */
    public record Reading(List<Finding> findings, List<DatasetReading> datasets) {}

    /**
     * Reads the archived copy of a return.
     *
     * @param amendments cells to be read differently from what the file says
     * @param staged takes the rows; a dataset whose sheet is lacking is not staged
     */
    public Reading read(Path file, Submission submission, List<Amendment> amendments, StagedReturn staged)
            throws UnreadableWorkbookException, IOException {
        ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
        var findings = new ArrayList<Finding>();
        var datasets = new ArrayList<DatasetReading>();
        try (SourceWorkbook workbook = workbooks.open(file, submission.fileName())) {
            WorkbookTraits traits = WorkbookTraits.of(workbook);
            traits.finding(submission.fileName()).ifPresent(findings::add);
            tellPassword(workbook, submission, findings);
            var asked = new HashSet<String>();
            List.of(ReturnSheet.NAME, ReturnType.GUIDANCE, ReturnType.LISTS)
                    .forEach(name -> asked.add(Names.normal(name)));
            for (Dataset dataset : type.datasets()) {
                Optional<SourceSheet> sheet = sheetOf(dataset, workbook);
                sheet.ifPresent(found -> asked.add(Names.normal(found.name())));
                if (sheet.isPresent()) {
                    datasets.add(readSheet(
                            workbook, traits, sheet.get(), dataset, submission, amendments, staged, findings));
                } else if (owes(dataset, submission) && !hasNothing(dataset, submission)) {
                    findings.add(new Finding(
                            "sheet-missing",
                            Severity.BLOCK,
                            submission.fileName(),
                            null,
                            null,
                            null,
                            "a sheet " + String.join(" or ", dataset.sheets()),
                            "Add the sheet, or name it under \"Nothing to report for\" on the Return sheet."));
                }
            }
            tellOtherSheets(workbook, asked, submission, findings);
        }
        return new Reading(findings, datasets);
    }

    private static Optional<SourceSheet> sheetOf(Dataset dataset, SourceWorkbook workbook) {
        return dataset.sheets().stream()
                .flatMap(name -> workbook.sheets().stream().filter(sheet -> Names.same(sheet.name(), name)))
                .findFirst();
    }

    private DatasetReading readSheet(
            SourceWorkbook workbook,
            WorkbookTraits traits,
            SourceSheet sheet,
            Dataset dataset,
            Submission submission,
            List<Amendment> amendments,
            StagedReturn staged,
            List<Finding> findings)
            throws UnreadableWorkbookException, IOException {
        try (var writer = staged.write(dataset)) {
            var reader = new DatasetSheetReader(dataset, catalogue.organisation(), submission, sheet, traits, writer);
            DatasetReading reading =
                    reader.finish(workbook.read(sheet, AmendedSheet.of(sheet.name(), amendments, reader)));
            findings.addAll(reader.findings());
            if (reader.hasHeader()) {
                compareWithPromise(reading, submission, findings);
            }
            return reading;
        }
    }

    private boolean owes(Dataset dataset, Submission submission) {
        Organisation.Team team =
                catalogue.organisation().team(submission.team()).orElseThrow();
        return team.owes(submission.returnType(), dataset.id());
    }

    private static boolean hasNothing(Dataset dataset, Submission submission) {
        return submission.nothingToReport().contains(dataset.id());
    }

    private void compareWithPromise(DatasetReading reading, Submission submission, List<Finding> findings) {
        boolean nothing = hasNothing(reading.dataset(), submission);
        long rows = reading.read() - reading.blank();
        if (rows == 0 && owes(reading.dataset(), submission) && !nothing) {
            findings.add(new Finding(
                    "sheet-empty",
                    Severity.WARNING,
                    submission.fileName(),
                    reading.sheet(),
                    null,
                    null,
                    "rows, or the sheet's name under \"Nothing to report for\" on the Return sheet",
                    "Until one of them is there the sheet counts as not received."));
        }
        if (rows > 0 && !owes(reading.dataset(), submission)) {
            findings.add(new Finding(
                    "sheet-not-owed",
                    Severity.WARNING,
                    submission.fileName(),
                    reading.sheet(),
                    null,
                    rows == 1 ? "1 row" : rows + " rows",
                    "only the sheets this team is asked for; the rows were read and count in the totals",
                    "Remove the sheet, or ask the data officer to put it on the team's list in organisation.yaml."));
        }
        if (rows > 0 && nothing) {
            findings.add(new Finding(
                    "nothing-to-report-but-rows",
                    Severity.WARNING,
                    submission.fileName(),
                    reading.sheet(),
                    null,
                    rows == 1 ? "1 row" : rows + " rows",
                    "no rows, as the Return sheet says there is nothing to report",
                    "The rows were read. Take the sheet off the list on the Return sheet, or remove them."));
        }
    }

    private static void tellPassword(SourceWorkbook workbook, Submission submission, List<Finding> findings) {
        String owner = workbook.passwordOf();
        if (owner != null && !SourceWorkbooks.isPasswordOf(owner, submission.team())) {
            findings.add(new Finding(
                    "password-of-another-team",
                    Severity.WARNING,
                    submission.fileName(),
                    null,
                    null,
                    "the password of " + owner,
                    "the password that was agreed with the team that sends the return",
                    "Use your own team's password; the data officer finds out how you came to have another's."));
        }
    }

    private static void tellOtherSheets(
            SourceWorkbook workbook, Set<String> asked, Submission submission, List<Finding> findings) {
        for (SourceSheet sheet : workbook.sheets()) {
            if (!asked.contains(Names.normal(sheet.name())) && !AnswerSheets.has(sheet.name())) {
                findings.add(new Finding(
                        "sheet-not-asked-for",
                        Severity.INFO,
                        submission.fileName(),
                        sheet.name(),
                        null,
                        null,
                        "the sheets of the template; this one was not read",
                        "Nothing, if it is a sheet of your own."));
            }
        }
    }
}
