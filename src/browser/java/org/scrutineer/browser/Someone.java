package org.scrutineer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.scrutineer.jar.CodeApp;
import org.scrutineer.jar.PageBrowser;

/**
 * A person with an account.
 *
 * @param codes the app that shows the person's one-time codes
 */
record Someone(String account, CodeApp codes) {

    static final String PASSWORD = PageBrowser.PASSWORD;

    /** Sets an account up on the page of its link. */
    static Someone setUp(String account, Page page) throws InterruptedException {
        var codes = new CodeApp(page.locator("code.scrutineer-code").textContent());
        page.getByLabel("Choose a password").fill(PASSWORD);
        page.getByLabel("The code your app shows now").fill(codes.earlier());
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.getByRole(AriaRole.HEADING, named("Your account is ready")).waitFor();
        return new Someone(account, codes);
    }

    /** Signs in, and is on the page that comes then. */
    void signIn(Page page) throws InterruptedException {
        page.navigate("/sign-in");
        signInHere(page);
    }

    /** The same on the page that asks for it, which knows the way back. */
    void signInHere(Page page) throws InterruptedException {
        page.getByLabel("Account name").fill(account);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        enterCode(page);
        page.getByRole(AriaRole.BUTTON, named("Sign out")).waitFor();
    }

    /** The second step alone. */
    void enterCode(Page page) throws InterruptedException {
        page.getByLabel("One-time code").fill(codes.present());
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
