package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.viewer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.SmallCatalogue;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class UnreadBodiesTests {

    /** A request of which nothing may be read. */
    private static final class Unread extends MockHttpServletRequest {

        private Unread(String path) {
            super("POST", path);
        }

        @Override
        public String getParameter(String name) {
            throw new AssertionError(name + " was looked for in what was sent");
        }
    }

    private boolean passed;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request, @Nullable Person person)
            throws ServletException, IOException {
        if (person != null) {
            SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(person));
        }
        var access = new RouteAccess(Routes.all());
        var response = new MockHttpServletResponse();
        FilterChain rest = (asked, answered) -> passed = true;
        new UnreadBodies(access, new WayIn(access, (denied, asked, why) -> {})).doFilter(request, response, rest);
        return response;
    }

    private static MockHttpServletRequest files(String path) {
        var request = new Unread(path);
        request.setContentType("Multipart/form-data; boundary=x");
        request.addHeader("Referer", "http://localhost:8080/upload");
        return request;
    }

    @Test
    void ofNobodyLeadToTheWayInAndBackToTheForm() throws Exception {
        assertThat(answer(files("/upload"), null).getRedirectedUrl()).isEqualTo("/sign-in?to=%2Fupload");
        assertThat(answer(files("/sign-in"), null).getRedirectedUrl()).isEqualTo("/sign-in?to=%2Fupload");
        assertThat(passed).isFalse();
    }

    @Test
    void thatAreLargeOrOfUnknownLengthAreThoseOfFilesToo() throws Exception {
        var large = new Unread("/sign-in");
        large.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        large.setContent(new byte[UnreadBodies.FORM_BYTES + 1]);
        var endless = new Unread("/sign-in");
        endless.addHeader("Transfer-Encoding", "chunked");

        assertThat(answer(large, null).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(answer(endless, null).getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(passed).isFalse();
    }

    @Test
    void ofWhoeverMayNotSendThemAreDenied() throws Exception {
        assertThat(answer(files("/upload"), viewer()).getStatus()).isEqualTo(403);
        assertThat(passed).isFalse();
    }

    @Test
    void ofWhoeverMaySendThemAndSmallFormsGoOn() throws Exception {
        answer(files("/upload"), officer());
        assertThat(passed).isTrue();
        passed = false;
        var small = new Unread("/sign-in");
        small.setContent(new byte[UnreadBodies.FORM_BYTES]);
        answer(small, null);
        assertThat(passed).isTrue();
    }

    @Test
    void areLookedAtBeforeTheTokenOfTheForm() {
        TestPages pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue());

        assertThat(pages.withoutTokenAs(officer()).post("/upload").contentType(MediaType.MULTIPART_FORM_DATA))
                .as("whose form was not ours")
                .hasStatus(403);
        assertThat(pages.withoutToken()
                        .post("/join/token")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .header("Referer", "http://localhost:8080/upload"))
                .hasRedirectedUrl("/sign-in?to=%2Fupload");
    }
}
