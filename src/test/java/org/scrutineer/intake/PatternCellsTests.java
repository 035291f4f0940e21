package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Place;

/** Texts whose shape the catalogue gives. */
class PatternCellsTests {

    private static final Column CHILD = new Column(
            "child",
            List.of("Child ID"),
            Column.Type.TEXT,
            true,
            true,
            Map.of(),
            List.of(),
            null,
            null,
            new Column.Shape(Pattern.compile("[A-Z][0-9]{6}"), "a letter and six digits, e.g. C123456"),
            null,
            new Place("", 0));

    @TempDir
    Path folder;

    @Test
    void takesTextsOfThatShapeOnly() {
        try (Readings readings = Readings.in(folder)) {
            assertThat(readings.cell(CHILD, "C123456")).isEqualTo("C123456");
            assertThat(readings.cell(CHILD, "C12345"))
                    .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"C12345\"; expected a letter and six"
                            + " digits, e.g. C123456. Correct the cell.");
        }
    }
}
