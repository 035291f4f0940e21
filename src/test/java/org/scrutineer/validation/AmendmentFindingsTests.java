package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.CellValue;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;

/** What a return is told of amendments. */
class AmendmentFindingsTests {

    private static final Submission NORTH = submission("north.xlsx");

    @Test
    void aCellThatIsReadDifferentlyIsToldWithWhoAgreed() {
        assertThat(told(AmendmentFindings.of(amendment(new CellValue(CellValue.Kind.TEXT, "Yes")), NORTH)))
                .isEqualTo(
                        "INFO north.xlsx, sheet Visits, cell C14: found \"N\"; expected \"Yes\" to count instead, asked"
                                + " for by A. Manager, approved by B. Officer: typed wrongly. Correct it in the source as well; this"
                                + " holds until the return is sent again.");
    }

    @Test
    void aRowThatIsLeftOutIsToldWithWhoAgreed() {
        assertThat(told(AmendmentFindings.of(amendment(null), NORTH)))
                .isEqualTo(
                        "INFO north.xlsx, sheet Visits, cell C14: found \"N\"; expected row 14 left out, asked for by"
                                + " A. Manager, approved by B. Officer: typed wrongly. Correct it in the source as well; this holds"
                                + " until the return is sent again.");
    }

    @Test
    void aReturnThatTakesThePlaceOfAnAmendedOneIsTold() {
        assertThat(told(AmendmentFindings.lapsed(
                        amendment(new CellValue(CellValue.Kind.TEXT, "Yes")),
                        submission("north corrected.xlsx"),
                        NORTH)))
                .isEqualTo(
                        "WARNING north corrected.xlsx, sheet Visits, cell C14: found \"N\"; expected a return that needs no"
                                + " amendment; \"Yes\" to count instead in north.xlsx, asked for by A. Manager, approved by"
                                + " B. Officer: typed wrongly, and that holds no more. Look whether this return has it right; if"
                                + " not, ask for the amendment again.");
    }

    private static String told(Finding finding) {
        return finding.severity() + " " + finding.sentence();
    }

    private static Amendment amendment(@Nullable CellValue replacement) {
        return new Amendment("Visits", "C14", "N", replacement, "typed wrongly", "A. Manager", "B. Officer");
    }

    private static Submission submission(String file) {
        return new Submission(
                1, "hash", file, "visits", "north", ReportingPeriod.of(2018, 12), LocalDate.of(2019, 1, 8), Set.of());
    }
}
