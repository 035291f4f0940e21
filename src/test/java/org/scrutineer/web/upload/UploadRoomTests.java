package org.scrutineer.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.submitterFor;
import static org.scrutineer.web.TestPages.viewer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Person;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.HandedInFiles;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Submissions;
import org.scrutineer.schedule.Acknowledgements;
import org.scrutineer.web.TestPages;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;

class UploadRoomTests {

    private static final OpenInstallation OPEN = OpenInstallation.afterRun();

    private static final Path OTHER = Path.of("input/2018-12/FRT2 Dec 18.xlsx");

    @TempDir
    Path folder;

    private TestPages pages;

    @BeforeEach
    void open() {
        Acknowledgements acknowledgements = OPEN.bean(Acknowledgements.class);
        pages = OPEN.pages(
                        List.of(
                                Inbox.class,
                                Submissions.class,
                                Findings.class,
                                HandedInFiles.class,
                                Acknowledgements.class,
                                AuditTrail.class,
                                JdbcClient.class,
                                Clock.class),
                        UploadRoom.class,
                        Door.class,
                        Uploads.class,
                        UploadPages.class)
                .with(Reading.class, new Reading(acknowledgements, Runnable::run))
                .with(
                        UploadProperties.class,
                        new UploadProperties(
                                folder.resolve("staging"), 3, DataSize.ofKilobytes(200), 4, Duration.ofMinutes(15)));
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, null, bytes);
    }

    private MvcTestResult upload(Person person, String token, MockMultipartFile... files) {
        var form = pages.as(person).post("/upload").multipart();
        for (MockMultipartFile file : files) {
            form = form.file(file);
        }
        return form.param("token", token).exchange();
    }

    private MvcTestResult upload(Person person, MockMultipartFile... files) {
        return upload(person, UUID.randomUUID().toString(), files);
    }

    private static Person officerCalled(String account) {
        return new Person(
                account,
                "An officer",
                officer().roles(),
                officer().teams(),
                officer().offices());
    }

    private static Person submitter(String account, String team) {
        return new Person(
                account,
                "A submitter",
                submitterFor(team).roles(),
                submitterFor(team).teams(),
                Set.of());
    }

    private static List<String> dropped() throws IOException {
        Path input = OPEN.installation().input();
        if (!Files.exists(input.resolve("handed-in"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(input.resolve("handed-in"))) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aReturnOfAnotherTeamIsNeitherKeptNorDescribed() throws IOException {
        List<String> before = dropped();

        MvcTestResult sent = upload(
                submitter("sneaky", "first-response-1"), file("First Response 1.xlsx", Files.readAllBytes(OTHER)));
        String page = String.valueOf(sent.getResponse().getRedirectedUrl());

        assertThat(pages.as(submitter("sneaky", "first-response-1")).get(page))
                .hasStatusOk()
                .bodyText()
                .contains("<title>Error: What became of your files")
                .contains("First Response 1.xlsx: It is no return of a team that you send returns for.")
                .doesNotContain("Response Team 2", "first-response-2", "Accepted", "To correct");
        assertThat(dropped()).isEqualTo(before);
        assertThat(OPEN.bean(Submissions.class).of(ReportingPeriod.of(2018, 12)))
                .extracting(checked -> checked.submission().team())
                .doesNotContain("first-response-2");
        assertThat(folder.resolve("staging")).isEmptyDirectory();
        assertThat(OPEN.bean(AuditTrail.class)
                        .after(OPEN.bean(AuditTrail.class).head().entry() - 1, 1))
                .extracting(entry -> entry.action(), entry -> entry.who())
                .containsExactly(tuple("upload-refused", "sneaky"));
    }

    @Test
    void whatIsTakenLiesInTheDropFolderUnderANameOfOursAndIsReadAtOnce() throws IOException {
        Path care = Path.of("input/2018-12/CIN Dec18.xlsx");
        Path sample = Files.exists(care) ? care : anyOther();
        Person officer = officerCalled("taker");
        String token = UUID.randomUUID().toString();
        MockMultipartFile file = file("../../etc/" + sample.getFileName(), Files.readAllBytes(sample));

        String page = String.valueOf(upload(officer, token, file).getResponse().getRedirectedUrl());

        assertThat(dropped()).contains(sample.getFileName().toString());
        assertThat(pages.as(officer).get(page))
                .hasStatusOk()
                .bodyText()
                .contains("The file has been looked at.", "See the return", "/returns/")
                .doesNotContain("Being read", "hx-get", "Error:");
        assertThat(pages.as(officer).get(page + "/files"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<div id=\"files-read\"")
                .contains("See the return");
        assertThat(pages.as(officerCalled("somebody-else")).get(page)).hasStatus(HttpStatus.NOT_FOUND);

        // Twice the same form, then the same file with another.
        assertThat(upload(officer, token, file)).hasRedirectedUrl(page).flash().containsKey("done");
        String again = String.valueOf(upload(officer, file).getResponse().getRedirectedUrl());
        assertThat(pages.as(officer).get(again))
                .bodyText()
                .contains("Received before", "These very bytes were received before. Nothing was done twice.");
        assertThat(dropped()).containsOnlyOnce(sample.getFileName().toString());
    }

    private static Path anyOther() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("input/2018-12"))) {
            return samples.filter(path -> path.toString().endsWith(".xlsx"))
                    .filter(path -> !path.equals(OTHER) && !path.toString().contains("FRT"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatIsNoReturnIsToldFileByFile() {
        Person officer = officerCalled("mixed");

        String page = String.valueOf(upload(
                        officer,
                        file("empty.xlsx", new byte[0]),
                        file("letter.pdf", "%PDF-1.4 a letter".getBytes(StandardCharsets.UTF_8)),
                        file("large.xlsx", new byte[300_000]))
                .getResponse()
                .getRedirectedUrl());

        assertThat(pages.as(officer).get(page))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#file-0\">empty.xlsx: It is empty. Save the workbook again and upload that.</a>")
                .contains("href=\"#file-1\">letter.pdf: Expected an Excel workbook that can be read, but the file is a"
                        + " PDF document. Send the Excel workbook that it was made from.</a>")
                .contains("href=\"#file-2\">large.xlsx: It has 1 MB; expected at most 0 MB.");
    }

    @Test
    void aFormWithoutFilesOrWithTooManyIsShownAgain() {
        Person officer = officerCalled("counting");
        var many = new ArrayList<MockMultipartFile>();
        for (int i = 0; i < 4; i++) {
            many.add(file(i + ".xlsx", new byte[1]));
        }

        assertThat(upload(officer))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<title>Error: Upload returns", "<a href=\"#files\">Choose at least one file.</a>");
        assertThat(upload(officer, many.toArray(MockMultipartFile[]::new)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You chose 4 files; choose at most 3 at a time. Nothing of it was kept.");
        assertThat(pages.as(officer).get("/upload?too-large=yes"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("What you chose is more than 3 files of 0 MB. Nothing of it was kept.");
    }

    @Test
    void nobodyUploadsMoreOftenAnHourThanIsAllowed() {
        Person officer = officerCalled("eager");
        for (int i = 0; i < 4; i++) {
            assertThat(upload(officer, file("empty.xlsx", new byte[0]))).hasStatus3xxRedirection();
        }

        assertThat(upload(officer, file("empty.xlsx", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You have uploaded 4 times within an hour. Wait a while, then go on. Nothing of this was"
                        + " kept.");
    }

    @Test
    void uploadingIsForSubmittersAndOfficers() {
        assertThat(pages.as(viewer()).get("/upload")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.as(submitterFor("north")).get("/upload"))
                .hasStatusOk()
                .bodyText()
                .contains("enctype=\"multipart/form-data\"", "type=\"file\" multiple")
                .contains("up to 3 at a time");
    }
}
