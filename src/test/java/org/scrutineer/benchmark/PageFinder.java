package org.scrutineer.benchmark;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.jar.PageBrowser;
import org.scrutineer.web.Route;
import org.scrutineer.web.Routes;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.HtmlUtils;

/** Finds pages by their links, a few for each route, so that a new page is measured without being listed. */
final class PageFinder {

    /** How many pages of a route are looked for. */
    private static final int MOST = 8;

    private static final long SEED = 7;

    private static final Pattern LINK = Pattern.compile("(?:href|action|src|hx-get)=\"(/[^\"#]*)");

    private final Random random = new Random(SEED);
    private final Map<Route, List<Page>> found = new LinkedHashMap<>();

    /** A page, and in whose browser it is asked for. */
    record Page(Route route, PageBrowser browser, String path) {}

    /** @param begin paths that a person knows */
    void look(PageBrowser browser, String... begin) throws IOException, InterruptedException {
        var walk = new Walk(browser);
        List.of(begin).forEach(walk::add);
        walk.go();
    }

    /** The way of one person from page to page. */
    private final class Walk {

        private final PageBrowser browser;
        private final Set<String> met = new HashSet<>();
        private final Map<Route, Deque<String>> waiting = new LinkedHashMap<>();
        private final Map<Route, Integer> tried = new HashMap<>();

        Walk(PageBrowser browser) {
            this.browser = browser;
        }

        void add(String path) {
            route(path)
                    .filter(route -> met.add(path))
                    .ifPresent(route -> waiting.computeIfAbsent(route, first -> new ArrayDeque<>())
                            .addLast(path));
        }

        void go() throws IOException, InterruptedException {
            Optional<Route> next = next();
            while (next.isPresent()) {
                tried.merge(next.get(), 1, Integer::sum);
                ask(next.get(), Objects.requireNonNull(waiting.get(next.get())).removeFirst());
                next = next();
            }
        }

        private Optional<Route> next() {
            return waiting.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty() && tried.getOrDefault(entry.getKey(), 0) < MOST)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private void ask(Route route, String path) throws IOException, InterruptedException {
            PageBrowser.Answer answer = browser.get(path);
            if (answer.isPage()) {
                found.computeIfAbsent(route, first -> new ArrayList<>()).add(new Page(route, browser, path));
                addLinks(answer.text());
            } else if (answer.isRedirect()) {
                add(answer.text());
            } else if (answer.status() / 100 == 5) {
                throw new IllegalStateException(path + " answers " + answer.status());
            }
        }

        /** Links of a kind often follow each other and are about the same thing: they wait in no order. */
        private void addLinks(String text) {
            var links = new ArrayList<String>();
            Matcher matcher = LINK.matcher(text);
            while (matcher.find()) {
                links.add(HtmlUtils.htmlUnescape(matcher.group(1)));
            }
            Collections.shuffle(links, random);
            links.forEach(this::add);
        }
    }

    private static Optional<Route> route(String path) {
        PathContainer asked = PathContainer.parsePath(path.split("[?]")[0]);
        return routes().stream()
                .filter(route -> route.pattern().matches(asked))
                .min(Comparator.comparing(Route::pattern));
    }

    /** Those of pages that can be asked for. */
    static List<Route> routes() {
        return Routes.all().rows().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .toList();
    }

    /** In the order of the routes. */
    List<Page> pages() {
        return routes().stream()
                .flatMap(route -> found.getOrDefault(route, List.of()).stream())
                .toList();
    }
}
