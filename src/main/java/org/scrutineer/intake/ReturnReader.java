package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
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
    public static final String VERSION = "5";

    /** The day a return is read is a day in the United Kingdom, wherever the machine stands. */
    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;
    private final Clock clock;

    ReturnReader(Catalogue catalogue, SourceWorkbooks workbooks, Clock clock) {
        this.catalogue = catalogue;
        this.workbooks = workbooks;
        this.clock = clock;
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
            Identified identified = new ReturnIdentifier(catalogue).identify(workbook, submission.fileName());
            List<Dataset> own = type.datasets(identified.templateVersion());
            SheetChoice chosen = choose(workbook, own);
            List<Dataset> beside = catalogue.datasetsBeside(type);
            SheetChoice chosenBeside = SheetChoice.byName(workbook, beside);
            var asked = new HashSet<String>();
            List.of(ReturnSheet.NAME, ReturnType.GUIDANCE, ReturnType.LISTS)
                    .forEach(name -> asked.add(Names.normal(name)));
            var events = IdentityChecks.Events.NONE;
            for (Dataset dataset : Stream.concat(own.stream(), beside.stream()).toList()) {
                Optional<SourceSheet> sheet = chosen.of(dataset).or(() -> chosenBeside.of(dataset));
                sheet.ifPresent(found -> asked.add(Names.normal(found.name())));
                if (sheet.isPresent()) {
                    datasets.add(readSheet(
                            workbook, traits, sheet.get(), dataset, submission, amendments, staged, findings));
                    events = events.plus(events(dataset, submission.period(), staged));
                }
            }
            findings.addAll(new MissingSheets(catalogue, type, submission).findings(own, chosen, workbook));
            LocalDate today = LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
            findings.addAll(
                    new IdentityChecks(identified, submission).findings(catalogue.organisation(), events, today));
            tellOtherSheets(workbook, asked, submission, findings);
        }
        return new Reading(findings, datasets);
    }

    private static SheetChoice choose(SourceWorkbook workbook, List<Dataset> datasets)
            throws UnreadableWorkbookException, IOException {
        return ReturnSheet.isIn(workbook)
                ? SheetChoice.byName(workbook, datasets)
                : SheetChoice.byNameOrHeaders(SheetChoice.heads(workbook, datasets), workbook, datasets);
    }

    private static IdentityChecks.Events events(Dataset dataset, ReportingPeriod period, StagedReturn staged) {
        // Published figures are of the months before their return's.
        if (dataset.eventDate() == null || dataset.purpose() != Dataset.Purpose.RECORDS) {
            return IdentityChecks.Events.NONE;
        }
        LocalDate from = period.plusMonths(1 - dataset.monthsCovered()).firstDay();
        StagedReturn.Events told = staged.events(dataset, from, period.lastDay());
        return new IdentityChecks.Events(told.dated(), told.within(), told.first(), told.last());
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
            var reader = new DatasetSheetReader(dataset, catalogue, submission, sheet, traits, writer);
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
        return catalogue
                .organisation()
                .team(submission.team())
                .filter(team -> team.owes(submission.returnType(), dataset.id()))
                .isPresent();
    }

    /** Whether a dataset is one that anybody may send. */
    private boolean isSentAtWill(Dataset dataset) {
        return catalogue.returnTypes().stream()
                .anyMatch(type ->
                        type.isSentAtWill() && type.dataset(dataset.id()).isPresent());
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
        if (rows > 0 && !owes(reading.dataset(), submission) && !isSentAtWill(reading.dataset())) {
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
