package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.Catalogue;
import org.springframework.web.servlet.HandlerInterceptor;

/** What every page has around it, pages of problems too: templates find it as {@code frame}, and {@link Times}
 * as {@code times}. */
final class Frame implements HandlerInterceptor {

    private final Navigation navigation;
    private final Catalogue catalogue;
    private final Assets assets;
    private final Times times;

    Frame(Navigation navigation, Catalogue catalogue, Assets assets, Times times) {
        this.navigation = navigation;
        this.catalogue = catalogue;
        this.assets = assets;
        this.times = times;
    }

    /**
     * Around one page.
     *
     * @param assets the folder of style sheets and scripts
     * @param body whose installation it is
     * @param person null where nobody is signed in
     */
    record Around(String assets, String body, @Nullable Person person, List<Navigation.Link> links) {}

    private Around around(@Nullable Person person, List<Navigation.Link> links) {
        return new Around(assets.folder(), catalogue.organisation().name(), person, links);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(
                "frame",
                SignedIn.person()
                        .map(person -> around(person, navigation.of(person, request.getRequestURI())))
                        .orElseGet(() -> around(null, List.of())));
        request.setAttribute("times", times);
        return true;
    }
}
