package org.scrutineer.web;

import java.util.List;
import org.scrutineer.accounts.Person;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What people find from every page, in order: each sees what the routes let them open. */
final class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("This month", "/months"),
            new Entry("Upload", "/upload"),
            new Entry("Indicators", "/indicators"),
            new Entry("Commentary", "/commentary"),
            new Entry("Trace", "/trace"),
            new Entry("Catalogue", "/catalogue"),
            new Entry("Runs", "/runs"),
            new Entry("Release", "/release"),
            new Entry("Accounts", "/accounts"),
            new Entry("Audit", "/audit"));

    private final Routes routes;

    Navigation(Routes routes) {
        this.routes = routes;
    }

    /** What a page's link says, and where it leads. */
    private record Entry(String title, String path) {

        /** The page itself, or one below it. */
        boolean leadsTo(String asked) {
            return asked.equals(path) || asked.startsWith(path + "/");
        }
    }

    /**
     * A link as one page shows it.
     *
     * @param current whether the page is the one it leads to, or one below that
     */
    record Link(String title, String path, boolean current) {}

    List<Link> of(Person person, String asked) {
        return ENTRIES.stream()
                .filter(entry -> routes.allow(() -> person, HttpMethod.GET, PathContainer.parsePath(entry.path())))
                .map(entry -> new Link(entry.title(), entry.path(), entry.leadsTo(asked)))
                .toList();
    }
}
