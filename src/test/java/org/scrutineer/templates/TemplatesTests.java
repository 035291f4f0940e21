package org.scrutineer.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.FilledForm;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;

/** What stands in a template. */
class TemplatesTests {

    @TempDir
    Path folder;

    @Test
    void itHasACoverTheSheetsThatAreOwedAndGuidance() throws Exception {
        try (SourceWorkbook workbook = SourceWorkbook.open(template("2018-12"))) {
            assertThat(workbook.sheets().stream().map(SourceSheet::name))
                    .containsExactly("Return", "Visits", "Cases", "Guidance", "Lists");
        }
    }

    @Test
    void itsCoverIsFilledInAsFarAsIsKnown() throws Exception {
        assertThat(texts(template("2018-12"), "Return"))
                .startsWith("Visits return: Team North, December 2018", "Return type", "visits")
                .containsSubsequence(
                        "Template version", "2", "Team", "Team North", "Period", "December 2018", "Prepared by");
        assertThat(texts(template(""), "Return"))
                .containsSubsequence(
                        "Period", "Enter the month the return is about, such as December 2018.", "Prepared by");
    }

    @Test
    void itSaysInWordsWhichColumnsAreRequired() throws Exception {
        assertThat(texts(template("2018-12"), "Visits"))
                .containsExactly(
                        "Visits: Team North, December 2018",
                        "One row for each Child ID and Date: all with Date in the month, and those still without one.",
                        "Type or paste values below the headers. What each column means is on the sheet Guidance."
                                + " Remove nothing: a column you cannot fill stays empty.",
                        "Required",
                        "If known",
                        "If known",
                        "Child ID",
                        "Date",
                        "Hours");
    }

    @Test
    void excelChecksWhatTheReaderWouldRefuse() throws Exception {
        try (FilledForm form = FilledForm.of(template("2018-12"))) {
            assertThat(form.checks("Visits"))
                    .containsExactly(
                            "A6:A1048576 any: Required. The Child ID.",
                            "B6:B1048576 day 61 to 73415.9993: If known. A date such as 31/12/2018.",
                            "C6:C1048576 number 0 to 24.5: If known. A number from 0 to 24.5.");
            assertThat(form.checks("Cases"))
                    .contains(
                            "B6:B1048576 any: If known. The Team. If there is none, leave the cell empty or enter"
                                    + " Unallocated.",
                            "C6:C1048576 list choices_list_authority: If known. Choose from the list.");
            assertThat(form.choices("choices_list_authority")).containsExactly("West", "None");
            assertThat(form.choices("choices_list_nothing_to_report"))
                    .containsExactly("Visits", "Cases", "Visits, Cases");
        }
    }

    @Test
    void itsGuidanceSaysWhatIsCheckedAndWhenItIsDue() throws Exception {
        List<String> guidance = texts(template("2018-12"), "Guidance");

        assertThat(guidance)
                .contains("It is about December 2018, and due by 14 January 2019.")
                .containsSubsequence("Hours", "If known", "A number from 0 to 24.5.", "Leave the cell empty.")
                .containsSubsequence(
                        "Visits",
                        "The row is kept out",
                        "The visit is after the end of the period.",
                        "Correct the date.");
        assertThat(texts(template(""), "Guidance"))
                .contains("It is due on working day 10 after the end of the month it is about.");
    }

    @Test
    void itsGuidanceSaysWhatAColumnMeansAndWhatIsCheckedAcrossSheets() throws Exception {
        Catalogue catalogue = aCatalogue()
                .changing("returns/visits.yaml", "header: [Hours], ", "about: How long it took., header: [Hours], ")
                .changing("returns/visits.yaml", "name: Visits return\n", """
                        name: Visits return
                        source-system: the case system
                        rules:
                          - id: visited-child-has-case
                            over: visits
                            match: cases
                            on: child
                            expect: cases.child is not null
                            severity: query
                            say: the child has no open case
                            do: Open the case, in {source} too.
                            breaks: {visits: [{child: c1}]}
                            keeps: {visits: [{child: c1}], cases: [{child: c1}]}
                        """)
                .catalogue();

        assertThat(texts(template(catalogue, "2018-12"), "Guidance"))
                .containsSubsequence("Column", "Needed", "What it means", "What to enter", "Where there is none")
                .containsSubsequence(
                        "Child ID", "Required", "As its name says.", "The Child ID.", "The row cannot count.")
                .containsSubsequence(
                        "Hours", "If known", "How long it took.", "A number from 0 to 24.5.", "Leave the cell empty.")
                .containsSubsequence(
                        "What is checked across cells, rows and sheets",
                        "Visits",
                        "The row is kept out",
                        "The visit is after the end of the period.",
                        "Correct the date.",
                        "Visits and Cases",
                        "The row counts; confirm it",
                        "The child has no open case.",
                        "Open the case, in the case system too.");
    }

    @Test
    void itsGuidanceKnowsTheDeadlineOfTheReturnType() throws Exception {
        Catalogue early = terms("deadline-working-days: 5");
        assertThat(texts(template(early, "2018-12"), "Guidance"))
                .contains("It is about December 2018, and due by 7 January 2019.");
        assertThat(texts(template(early, ""), "Guidance"))
                .contains("It is due on working day 5 after the end of the month it is about.");
    }

    @Test
    void itsGuidanceHasNoDeadlineForAReturnThatIsSentAtWill() throws Exception {
        Catalogue catalogue = aCatalogue().with("returns/notes.yaml", """
                        id: notes
                        name: Notes
                        template-versions: ["1"]
                        expected: when-sent
                        datasets:
                          notes:
                            name: Notes
                            sheet: Notes
                            key: [note]
                            kind: snapshot
                            columns:
                              note: {header: [Note], type: text, required: true}
                        """).catalogue();

        assertThat(texts(template(catalogue, "notes", "2018-12"), "Guidance"))
                .contains("It is sent whenever there is something to send.");
    }

    private static Catalogue terms(String terms) {
        return aCatalogue()
                .changing("returns/visits.yaml", "name: Visits return\n", "name: Visits return\n" + terms + "\n")
                .catalogue();
    }

    @Test
    void itsListsSayHowElseAValueIsUnderstood() throws Exception {
        assertThat(texts(template("2018-12"), "Lists"))
                .containsSubsequence("Council", "Choose", "Also understood", "West", "WNC", "None", "NO, n/a");
    }

    private Path template(String period) throws Exception {
        return template(aCatalogue().catalogue(), period);
    }

    private Path template(Catalogue catalogue, String period) throws Exception {
        return template(catalogue, "visits", period);
    }

    private Path template(Catalogue catalogue, String type, String period) throws Exception {
        return new Templates(catalogue)
                .write(
                        catalogue.returnType(type).orElseThrow(),
                        catalogue.organisation().team("north").orElseThrow(),
                        period.isEmpty() ? Optional.empty() : ReportingPeriod.read(period),
                        folder)
                .file();
    }

    /** All texts of a sheet, row by row. */
    private static List<String> texts(Path file, String sheet) throws Exception {
        var texts = new ArrayList<String>();
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            SourceSheet wanted = workbook.sheets().stream()
                    .filter(one -> one.name().equals(sheet))
                    .findFirst()
                    .orElseThrow();
            workbook.read(wanted, new Texts(texts));
        }
        return texts;
    }

    private record Texts(List<String> found) implements CellHandler {

        @Override
        public void row(int number, boolean hidden) {}

        @Override
        public void text(int column, String text) {
            found.add(text);
        }

        @Override
        public void number(int column, double value) {}

        @Override
        public void date(int column, long epochDay, int secondOfDay) {}

        @Override
        public void bool(int column, boolean value) {}

        @Override
        public void error(int column, String code) {}

        @Override
        public void noResult(int column) {}
    }
}
