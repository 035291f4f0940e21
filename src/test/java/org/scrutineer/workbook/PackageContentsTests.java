package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.relationships;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageContentsTests {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/";

    @TempDir
    Path folder;

    @Test
    void findsNothingInAPlainWorkbook() throws Exception {
        assertThat(contents(cells("<c><v>1</v></c>").in(folder))).isEqualTo(new PackageContents(Set.of(), null, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "MACROS, vbaProject",
        "MACRO_SHEETS, xlMacrosheet",
        "MACRO_SHEETS, xlIntlMacrosheet",
        "EMBEDDED_OBJECTS, oleObject",
        "EMBEDDED_OBJECTS, package",
        "CONTROLS, control",
        "EXTERNAL_LINKS, externalLink",
        "CONNECTIONS, connections",
        "PIVOT_CACHES, pivotCacheDefinition"
    })
    void findsWhatActsByTheRelationshipWhateverThePartIsCalled(ActiveContent content, String type) throws Exception {
        Path file = cells("")
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        relationships("<Relationship Id='x' Type='" + MICROSOFT + type + "' Target='../a.bin'/>"))
                .in(folder);

        assertThat(contents(file).active()).containsExactly(content);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Microsoft Excel, 16.0300, false",
        "Microsoft Excel, 12.0000, false",
        "Microsoft Excel, 3.1, true",
        "Microsoft Excel Online, , false",
        "LibreOffice/7.4.7.2$Linux_X86_64, 15.0000, false",
        "Apache POI, , true",
        "SheetJS, , true",
        "Case system export, 2.0, true"
    })
    void tellsWhatLastSavedIt(String application, String version, boolean library) throws Exception {
        String versionElement = version == null ? "" : "<AppVersion>" + version + "</AppVersion>";
        Path file = cells("")
                .part(
                        "_rels/.rels",
                        relationships(
                                "<Relationship Id='a' Type='DOCUMENTofficeDocument' Target='xl/workbook.xml'/>"
                                        + "<Relationship Id='b' Type='DOCUMENTextended-properties' Target='docProps/app.xml'/>"))
                .part(
                        "docProps/app.xml",
                        "<Properties xmlns='" + OFFICE + "extended-properties'><Application>" + application
                                + "</Application>" + versionElement + "</Properties>")
                .in(folder);

        PackageContents contents = contents(file);
        assertThat(contents.application()).isEqualTo(application);
        assertThat(contents.applicationVersion()).isEqualTo(version);
        assertThat(contents.isSavedByLibrary()).isEqualTo(library);
    }

    @Test
    void knowsAWorkbookThatPoiWrote() throws Exception {
        Path file = aWorkbook().sheet("A").saveAs(folder.resolve("poi.xlsx"));

        assertThat(contents(file).application()).isEqualTo("Apache POI");
        assertThat(contents(file).isSavedByLibrary()).isTrue();
    }

    private static PackageContents contents(Path file) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            return workbook.contents();
        }
    }
}
