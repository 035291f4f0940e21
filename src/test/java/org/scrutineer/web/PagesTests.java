package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.viewer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.SmallCatalogue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;

/** What all pages have in common. */
class PagesTests {

    private static final TestPages PAGES =
            TestPages.of(SmallCatalogue.aCatalogue().catalogue(), AnyRoom.class);

    /** Stands for any room, at paths that are there for everybody who is signed in. */
    @Room
    static class AnyRoom {

        @GetMapping("/account")
        String page() {
            return "signin/no-link";
        }

        @GetMapping("/account/password")
        String overtaken() {
            throw new OvertakenException("Ben Example released it at 9:30am on 22 November 2026.");
        }
    }

    /** The page that the server shows for a status, after something has gone wrong. */
    private static MvcTestResult problem(int status) {
        return PAGES.as(officer())
                .get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("child 4711"))
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .exchange();
    }

    @Test
    void problemsHaveAPageThatSaysWhatToDo() {
        assertThat(problem(404))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("<html lang=\"en-GB\"", "<title>Page not found – Scrutineer – The trust</title>")
                .contains("<h1 class=\"govuk-heading-l\">Page not found</h1>")
                .contains("href=\"#main-content\"", "id=\"main-content\"", "Cara Example");
        assertThat(problem(403))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("<h1 class=\"govuk-heading-l\">You cannot see this page</h1>");
    }

    @Test
    void whatFailsIsToldWithoutItsText() {
        assertThat(problem(500))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .contains("<h1 class=\"govuk-heading-l\">Sorry, there is a problem</h1>")
                .doesNotContain("4711", "IllegalState", "at org.");
    }

    @Test
    void whoeverIsOvertakenIsToldByWhatAndThatNothingWasDone() {
        assertThat(PAGES.as(officer()).get("/account/password"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("This was changed meanwhile", "Ben Example released it at 9:30am on 22 November 2026.")
                .contains("Nothing was done.");
    }

    @Test
    void whatIsNotInTheRoutesIsNotThere() {
        assertThat(PAGES.as(officer()).get("/secrets")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(PAGES.asNobody().get("/secrets")).hasRedirectedUrl("/sign-in?to=%2Fsecrets");
        assertThat(PAGES.as(officer()).post("/account")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void filesThatPagesAreDrawnWithAreKeptByBrowsersAndHaveNoFontOrCrown() throws IOException {
        String page = text(PAGES.as(viewer()).get("/account").exchange());
        Matcher link = Pattern.compile("href=\"(/assets/[0-9a-f]{16}/govuk-frontend.min.css)\"")
                .matcher(page);
        assertThat(link.find()).isTrue();

        assertThat(PAGES.asNobody().get(link.group(1)))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .bodyText()
                .contains("system-ui")
                .doesNotContain("GDS Transport", "@font-face");
        assertThat(PAGES.asNobody().get("/assets/0/govuk-frontend.min.css")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page).doesNotContain("crown", "crest");
    }

    @Test
    void pagesTellBrowsersToTakeNothingFromElsewhereAndToKeepNothing() {
        assertThat(PAGES.as(viewer()).get("/account"))
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none';"
                                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void overTlsBrowsersAreToldToStayWithIt() {
        assertThat(PAGES.as(viewer()).get("/account").secure(true))
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }

    @Test
    void templatesEscapeWhatTheyAreGivenAndHaveNoScriptOrStyle() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            templates = files.filter(Files::isRegularFile).toList();
        }

        assertThat(templates)
                .isNotEmpty()
                .allSatisfy(template -> assertThat(read(template))
                        .as("%s", template)
                        .doesNotContain("th:utext", "[(${", "<style", " style=", "th:style", "javascript:", "onclick=")
                        .doesNotContainPattern("<script(?![^>]*th:src)"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MvcTestResult answer) throws IOException {
        return answer.getResponse().getContentAsString();
    }
}
