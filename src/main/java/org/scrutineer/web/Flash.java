package org.scrutineer.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is told on the next page. */
public final class Flash {

    private Flash() {}

    /**
     * Tells on the next page, once, what was done.
     *
     * @param sentence e.g. {@code The account is disabled.}
     * @param next the view that leads there, e.g. {@code redirect:/accounts}
     */
    public static String done(RedirectAttributes flash, String sentence, String next) {
        flash.addFlashAttribute("done", sentence);
        return next;
    }
}
