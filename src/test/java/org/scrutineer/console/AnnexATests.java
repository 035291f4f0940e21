package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annex A workbooks as others sent them, against the shipped catalogue. */
class AnnexATests {

    private static final Path SENT = Path.of("src/test/resources/annex-a");

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void open() {
        installation = Installation.empty(folder);
    }

    @Test
    void theOneOf2015IsReadAndItsOdditiesAreTold() {
        String told = check("2015-01-sample.xlsx");

        assertThat(told)
                .startsWith("accepted with findings\n")
                .contains("  annex_a_contacts: 0 rows read = 0 accepted + 0 refused + 0 blank\n")
                .contains("  annex_a_referrals: 5 rows read = 5 accepted + 0 refused + 0 blank\n")
                .contains("  annex_a_adopters: 0 rows read = 0 accepted + 0 refused + 0 blank\n")
                .contains("""
                          warning: 2015-01-sample.xlsx: found "January 2015"; expected the period that the rows are about: \
                        all 5 dated events are from 15 Mar 2015 to 15 Mar 2015. Correct the period, or send the rows of \
                        this one.
                        """)
                .contains("""
                          warning: 2015-01-sample.xlsx, sheet List_3, cell J3: found "AT"; expected the name of a team; \
                        the 5 rows with it count for Northamptonshire children's services as a whole, and for no team. \
                        Correct the team, or ask the data officer to add the name to a team's aliases in \
                        organisation.yaml.
                        """)
                .contains("""
                          warning: 2015-01-sample.xlsx, sheet List_3, cell I6: found ""; expected otherwise: the number of \
                        referrals is blank. Enter 0 if there were none before.
                        """)
                .contains("""
                          info: 2015-01-sample.xlsx: expected a sheet Return; without one it was read as Annex A \
                        child-level data, template version 2019, of Northamptonshire children's services for January \
                        2015, as the name of the file says, prepared on 24 Dec 2019, when it was last saved. Nothing, if \
                        this is right.
                        """)
                .contains("""
                          info: 2015-01-sample.xlsx, sheet Codes_used: expected the sheets of the template; this one was \
                        not read. Nothing, if it is a sheet of your own.
                        """)
                .doesNotContain("column-missing", "  error: ");
    }

    @Test
    void theOneInTheOldFormatIsReadAndItsOdditiesAreTold() {
        String told = check("example-A-2005.xls");

        assertThat(told)
                .startsWith("accepted with findings\n")
                .contains("  annex_a_contacts: 1 rows read = 1 accepted + 0 refused + 0 blank\n")
                .contains("  annex_a_early_help: 12 rows read = 11 accepted + 1 refused + 0 blank\n")
                .contains("""
                          error: example-A-2005.xls, sheet List_2, cell A8, also cell A7: found "the same Child Unique ID, \
                        Assessment start date, Assessment completion date as in row 7"; expected each Child Unique ID, \
                        Assessment start date, Assessment completion date once. Remove the row that is wrong; until then \
                        the first one counts.
                        """)
                .contains("""
                          warning: example-A-2005.xls: found "January 2020"; expected the period that the rows are about: \
                        all 13 dated events are from 1 Jan 2010 to 7 Jan 2010. Correct the period, or send the rows of \
                        this one.
                        """)
                .contains("""
                          warning: example-A-2005.xls, sheet List_1, cell E3: found "20"; expected otherwise: the person \
                        is 18 or older. Correct the age and the date of birth, in the case management system too, or take the person off this list.
                        """)
                .contains("""
                          warning: example-A-2005.xls, sheet List_2, cell E3, also cell D3: found "Age of Child (Years) \
                        13, Date of Birth 5 Jan 2000"; expected otherwise: the age does not follow from the date of birth. \
                        Correct whichever is wrong, in the case management system too; an unborn child has the age -1.
                        """)
                .contains("""
                          query: example-A-2005.xls: expected a sheet Return; without one it was read as Annex A \
                        child-level data, template version 2019, of Northamptonshire children's services for January 2020, \
                        the month in which it was last saved, prepared on 26 Jan 2020, when it was last saved. Confirm \
                        the period, or put it into the name of the file, such as 2019-12, and send it again.
                        """);
    }

    @Test
    void itsRowsAreKeptInDatasetsOfTheirOwnAndPublishedInNoFigure() throws Exception {
        Files.copy(SENT.resolve("2015-01-sample.xlsx"), installation.input().resolve("2015-01-sample.xlsx"));

        Installation.Answer answer = installation.command("run");

        assertThat(answer.exitCode()).isZero();
        assertThat(Installation.files(installation.output().resolve("records")).keySet())
                .singleElement()
                .asString()
                .startsWith("annex_a_referrals/");
        assertThat(answer.out())
                .contains("January 2015 (run 1)")
                .contains("0 of 15 expected received; 1 accepted with findings")
                .contains("5 read = 5 accepted + 0 refused + 0 blank");
    }

    /** What is told of a workbook, its name left out. */
    private String check(String file) {
        String out =
                installation.command("check", SENT.resolve(file).toString()).out();
        return out.substring(out.indexOf(": ") + 2).replace(System.lineSeparator(), "\n");
    }
}
