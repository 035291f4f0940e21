package org.scrutineer.browser;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.scrutineer.accounts.Role;
import org.scrutineer.jar.PageBrowser;
import org.scrutineer.jar.ServedProgram;

/**
 * Everybody who has an account in a served program, and what keeps them signed in. Their accounts are made without a window:
 * how people make them is a journey of its own.
 */
final class People {

    private final ServedProgram served;
    private final PageBrowser administrator;
    private final Map<String, Someone> people = new HashMap<>();
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();

    /** Begins with an administrator, Gina. */
    People(ServedProgram served) throws IOException, InterruptedException {
        this.served = served;
        this.administrator = comes(served.firstLink(), "Gina");
    }

    /** Makes an account for somebody with these roles, who signs in. */
    void comes(String name, Role... roles) throws IOException, InterruptedException {
        comes(name, List.of(), List.of(), roles);
    }

    /**
     * The same for somebody who has them for these.
     *
     * @param teams by their ids, as {@code offices} are
     */
    void comes(String name, List<String> teams, List<String> offices, Role... roles)
            throws IOException, InterruptedException {
        comes(
                administrator.make(
                        account(name),
                        person(name),
                        List.of(roles).stream().map(Role::id).toList(),
                        teams,
                        offices),
                name);
    }

    private PageBrowser comes(String link, String name) throws IOException, InterruptedException {
        String account = account(name);
        var browser = new PageBrowser(served.address());
        browser.setUp(link, account, person(name));
        browser.signIn(account);
        people.put(account, new Someone(account, browser.codes()));
        signedIn.put(
                account,
                browser.cookies().stream()
                        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(served.address()))
                        .toList());
        return browser;
    }

    private static String person(String name) {
        return name + " Example";
    }

    /** E.g. {@code gexample} for Gina. */
    private static String account(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + "example";
    }

    Someone one(String account) {
        return Objects.requireNonNull(people.get(account));
    }

    /** What the browser of somebody who is signed in sends along. */
    List<Cookie> cookies(String account) {
        return Objects.requireNonNull(signedIn.get(account));
    }

    /** Somebody has signed in anew. */
    void signedIn(String account, List<Cookie> cookies) {
        signedIn.put(account, cookies);
    }
}
