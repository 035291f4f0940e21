package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.WorkbookInspector.OneSheet;

class WorkbookInspectorTests {

    private static final String NORTH = "<row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' s='1'><v>43465</v></c></row>";

    @TempDir
    Path folder;

    @Test
    void oneSheetIsReadAsItIsReadWithAllOthers() throws UnreadableWorkbookException, IOException {
        Path file = workbook("<row r='1'><c r='A1'><v>1</v></c></row>");

        OneSheet one = WorkbookInspector.inspect(file, "North");

        assertThat(one.names()).containsExactly("South", "North");
        assertThat(one.sheet())
                .contains(WorkbookInspector.inspect(file).sheets().get(1))
                .hasValueSatisfying(sheet -> assertThat(sheet.cells()).hasSize(2));
        assertThat(WorkbookInspector.inspect(file, "East").sheet()).isEmpty();
    }

    @Test
    void theOtherSheetsAreNotRead() throws UnreadableWorkbookException, IOException {
        Path file = workbook("<row r='1'><c r='A1'><v>one</v></c></row>");

        assertThatThrownBy(() -> WorkbookInspector.inspect(file)).isInstanceOf(UnreadableWorkbookException.class);
        assertThat(WorkbookInspector.inspect(file, "North").sheet()).isPresent();
    }

    private Path workbook(String south) {
        return RawWorkbook.rawWorkbook()
                .sheet("South", south)
                .sheet("North", NORTH)
                .sharedStrings("<si><t>Cases</t></si>")
                .formats("0.0", "d mmm yyyy")
                .in(folder);
    }
}
