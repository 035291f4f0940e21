package org.scrutineer.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What was typed wrong into a form, field by field; told at the top of the page, with a link to each field, and beside it. */
public final class Mistakes {

    private final List<Mistake> all = new ArrayList<>();

    /**
     * One of them.
     *
     * @param field the id of the field it is about, to which the summary leads
     * @param sentence what is wrong and what to do
     */
    public record Mistake(String field, String sentence) {}

    public Mistakes add(String field, String sentence) {
        all.add(new Mistake(field, sentence));
        return this;
    }

    public List<Mistake> all() {
        return List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first about a field; null where there is none. */
    public @Nullable String of(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .map(Mistake::sentence)
                .findFirst()
                .orElse(null);
    }

    /** The page again, with these; what was typed is up to the caller to put into its model. */
    public ModelAndView shownOn(String view) {
        var page = new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("mistakes", this);
        return page;
    }
}
