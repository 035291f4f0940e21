package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTests {

    private static final String NAME = "performance-2018-12-commissioner.xlsx";
    private static final String ORIGIN = "by run 1 of December 2018 as commissioner/" + NAME;

    @TempDir
    Path folder;

    private Installation installation;
    private Path published;

    @BeforeEach
    void publishes() throws IOException {
        installation = Installation.afterRunOf(
                Files.createDirectory(folder.resolve("installation")), "2018-12/DCT Dec-18.xlsx");
        published = installation.output().resolve("publications/2018-12/run-0001/commissioner/" + NAME);
    }

    private Path copied(String name) throws IOException {
        return Files.copy(published, folder.resolve(name));
    }

    private Path changed(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(published);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            workbook.getSheet("Cover").getRow(0).getCell(0).setCellValue("All is well");
            workbook.write(out);
        }
        return file;
    }

    @Test
    void knowsAFileByItsBytesWhateverItIsCalled() throws IOException {
        Path file = copied("attachment (3).xlsx");

        assertThat(installation.command("verify", "--fail-on-findings", file.toString()))
                .isEqualTo(new Installation.Answer(
                        0, file + ": is what was published, byte for byte, " + ORIGIN + System.lineSeparator(), ""));
    }

    @Test
    void knowsContentThatHadALabelAdded() throws IOException {
        Path file = copied(NAME);
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
            Files.createDirectory(zip.getPath("docMetadata"));
            Files.writeString(zip.getPath("docMetadata/LabelInfo.xml"), "<labelList/>");
        }

        assertThat(installation.command("verify", "--fail-on-findings", file.toString()))
                .isEqualTo(new Installation.Answer(
                        0,
                        file + ": unchanged content, saved or packed anew since it was published " + ORIGIN
                                + "; added to it: docMetadata/LabelInfo.xml" + System.lineSeparator(),
                        ""));
    }

    @Test
    void showsWhatWasChangedAlsoUnderAnotherName() throws IOException {
        Path file = changed("Report for Thursday.xlsx");

        Installation.Answer answer = installation.command("verify", "--fail-on-findings", file.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out().lines())
                .containsExactly(
                        file + ": was changed since it was published " + ORIGIN,
                        "  sheet Cover, cell A1: published \"Children's services performance: report to the"
                                + " commissioning authorities\", now \"All is well\"");
    }

    @Test
    void listsChangesAsJson() throws IOException {
        JsonNode verdict = JsonMapper.shared()
                .readTree(installation
                        .command("verify", "--json", changed(NAME).toString())
                        .out())
                .get(0);

        assertThat(verdict.get("verdict").stringValue()).isEqualTo("changed");
        assertThat(verdict.get("run").intValue()).isEqualTo(1);
        assertThat(verdict.get("changes").get(0).get("cell").stringValue()).isEqualTo("A1");
        assertThat(verdict.get("changes").get(0).get("now").stringValue()).isEqualTo("All is well");
    }

    @Test
    void tellsAFileThatOnlyHasTheNameFromOneThatWasNeverPublished() throws IOException {
        Path named = Files.writeString(folder.resolve(NAME), "not a workbook");
        Path other = Files.writeString(folder.resolve("minutes.txt"), "minutes");

        assertThat(installation
                        .command("verify", named.toString(), other.toString())
                        .out()
                        .lines())
                .containsExactly(
                        named + ": is not what was published under this name " + ORIGIN
                                + ", and cannot be compared cell by cell",
                        other + ": nothing published here has these bytes, this name, or the run it names");
    }

    @Test
    void knowsThePdfOfAPaperAndNoOther() throws IOException {
        Path pdf = Files.writeString(folder.resolve("paper.pdf"), "%PDF-1.7 as it was made");
        Path other = Files.writeString(folder.resolve("other.pdf"), "%PDF-1.7 as somebody saved it");
        try (var context = installation.open(Scrutineer.class)) {
            context.getBean(JdbcClient.class)
                    .sql(
                            "insert into rendition (run, audience, document, document_sha256, file_name, sha256)"
                                    + " values (1, 'committee', 'committee/paper.docx', 'of the paper', 'committee/paper.pdf', ?)")
                    .param(DigestUtils.sha256Hex(Files.readAllBytes(pdf)))
                    .update();
        }

        assertThat(installation
                        .command("verify", pdf.toString(), other.toString())
                        .out()
                        .lines())
                .containsExactly(
                        pdf
                                + ": is what was published, byte for byte, by run 1 of December 2018 as committee/paper.pdf",
                        other + ": nothing published here has these bytes, this name, or the run it names");
    }
}
