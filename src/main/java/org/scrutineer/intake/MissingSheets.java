package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;

/** Tells which sheets of a return are lacking, or stand where nobody would look for them. */
final class MissingSheets {

    private final Catalogue catalogue;
    private final ReturnType type;
    private final Submission submission;
    private final List<Finding> findings = new ArrayList<>();

    MissingSheets(Catalogue catalogue, ReturnType type, Submission submission) {
        this.catalogue = catalogue;
        this.type = type;
        this.submission = submission;
    }

    /** @param datasets of the type, as the version of the template has them */
    List<Finding> findings(List<Dataset> datasets, SheetChoice chosen, SourceWorkbook workbook) {
        chosen.byHeaders()
                .forEach(dataset -> tell(
                        Severity.INFO,
                        "sheet-known-by-headers",
                        chosen.of(dataset).orElseThrow().name(),
                        null,
                        "the name " + String.join(" or ", dataset.sheets())
                                + "; the sheet was known by its headers and read as " + dataset.name(),
                        "Nothing, if this is right."));
        chosen.contested()
                .forEach((dataset, sheets) -> tell(
                        Severity.BLOCK,
                        "sheet-contested",
                        null,
                        sheets.stream().map(SourceSheet::name).collect(Collectors.joining(", ")),
                        "one sheet with the headers of " + dataset.name() + ", or one named "
                                + String.join(" or ", dataset.sheets()),
                        "Remove the sheets that are not meant to count, or name the one that is."));
        List<Dataset> lacking = datasets.stream()
                .filter(dataset ->
                        chosen.of(dataset).isEmpty() && !chosen.contested().containsKey(dataset))
                .filter(dataset -> !submission.nothingToReport().contains(dataset.id()))
                .toList();
        Optional<ReturnType> other = lacking.size() == datasets.size() ? otherType(workbook) : Optional.empty();
        if (other.isPresent()) {
            tellOtherType(other.get(), datasets, workbook);
        } else {
            lacking.forEach(dataset -> tellLacking(dataset, lacking.size() == datasets.size()));
        }
        return findings;
    }

    private void tellOtherType(ReturnType other, List<Dataset> datasets, SourceWorkbook workbook) {
        tell(
                Severity.BLOCK,
                "template-of-another-type",
                null,
                workbook.sheets().stream()
                        .map(SourceSheet::name)
                        .filter(name -> !Names.same(name, ReturnSheet.NAME))
                        .collect(Collectors.joining(", ")),
                "the sheets of " + type.id() + ", such as "
                        + datasets.get(0).sheets().get(0) + "; these are sheets of " + other.id(),
                "Correct the return type on the Return sheet, or use the template of " + type.id() + ".");
    }

    /** The type most of whose sheets are there, where it has two of them at least, or all it has. */
    private Optional<ReturnType> otherType(SourceWorkbook workbook) {
        ReturnType best = null;
        int most = 0;
        for (ReturnType candidate : catalogue.returnTypes()) {
            int sheets = candidate.terms().inEveryReturn()
                    ? 0
                    : SheetChoice.byName(workbook, candidate.datasets())
                            .sheets()
                            .size();
            if (sheets > most && sheets >= Math.min(2, candidate.datasets().size())) {
                most = sheets;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** @param all whether no sheet of the return is there */
    private void tellLacking(Dataset dataset, boolean all) {
        boolean owed = catalogue
                .organisation()
                .team(submission.team())
                .filter(team -> team.owes(submission.returnType(), dataset.id()))
                .isPresent();
        String names = "a sheet " + String.join(" or ", dataset.sheets());
        if (owed) {
            tell(
                    Severity.BLOCK,
                    "sheet-missing",
                    null,
                    null,
                    names,
                    "Add the sheet, or name it under \"Nothing to report for\" on the Return sheet.");
        } else if (type.isSentAtWill()) {
            tell(
                    all ? Severity.BLOCK : Severity.WARNING,
                    "sheet-missing",
                    null,
                    null,
                    names,
                    all
                            ? "Add the sheet, or correct its name."
                            : "Add the sheet, or correct its name, if there is something to report.");
        }
    }

    private void tell(
            Severity severity,
            String rule,
            @Nullable String sheet,
            @Nullable String found,
            String expected,
            String remedy) {
        findings.add(new Finding(rule, severity, submission.fileName(), sheet, null, found, expected, remedy));
    }
}
