package org.scrutineer.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * Why there is no page, and what to do.
 *
 * @param title the heading
 * @param sentences below it
 */
record Problem(String title, List<String> sentences) {

    private static final Problem FAILED = new Problem(
            "Sorry, there is a problem",
            List.of(
                    "Something failed here, and was written to the log. What you asked for may not have been done.",
                    "Go back and look how it stands, then try again. If it fails again, tell whoever runs this service at"
                            + " what time it did."));

    /** A form from before somebody signed in was sent. */
    static final Problem STALE = new Problem(
            "Send it once more",
            List.of(
                    "The page you sent was opened before you signed in, perhaps in another window. Nothing was done.",
                    "Go back, load the page again, and send it once more."));

    /** What answers with a status says of it. */
    static Problem of(HttpStatusCode status) {
        return switch (HttpStatus.valueOf(status.value())) {
            case NOT_FOUND, METHOD_NOT_ALLOWED, BAD_REQUEST, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
                new Problem(
                        "Page not found",
                        List.of(
                                "If you typed the web address, check that it is correct. If you pasted it, check that you"
                                        + " copied all of it.",
                                "If a link brought you here, what it led to may have been moved or deleted."));
            case FORBIDDEN ->
                new Problem(
                        "You cannot see this page",
                        List.of(
                                "Your account does not let you see or do this. Nothing was done.",
                                "If it should, ask your administrator."));
            case CONTENT_TOO_LARGE ->
                new Problem(
                        "That is too large",
                        List.of("What you sent is larger than this service takes. Nothing of it was kept."));
            case TOO_MANY_REQUESTS ->
                new Problem("Too many tries", List.of("Wait a few minutes, then try again. Nothing was done."));
            default -> FAILED;
        };
    }

    static Problem overtaken(String sentence) {
        return new Problem(
                "This was changed meanwhile",
                List.of(sentence, "Nothing was done. Go back, look how it stands now, and decide again."));
    }

    ModelAndView shown(HttpStatusCode status) {
        var page = new ModelAndView("problem");
        page.setStatus(status);
        page.addObject("problem", this);
        return page;
    }
}
