package org.scrutineer.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.web.BrowserSession;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.scrutineer.web.Times;
import org.scrutineer.web.WayIn;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Room
class SignInRoom {

    private final SignIns signIns;
    private final Accounts accounts;
    private final WaysIn ways;
    private final Times times;
    private final Clock clock;

    SignInRoom(SignIns signIns, Accounts accounts, WaysIn ways, Times times, Clock clock) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.ways = ways;
        this.times = times;
        this.clock = clock;
    }

    /** @param out empty, or {@code here} where somebody is signed out of this service alone */
    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam Optional<String> ended,
            @RequestParam Optional<String> out,
            Model flashed) {
        var page = new ModelAndView("signin/sign-in");
        if (flashed.getAttribute("refused") instanceof String sentence) {
            page.addObject("mistakes", new Mistakes().add("openid", sentence));
        }
        page.addObject("ended", ended.isPresent());
        page.addObject("out", out.orElse(null));
        return filled(page, to);
    }

    private ModelAndView filled(ModelAndView page, String to) {
        page.addObject("to", to);
        page.addObject("passwords", ways.passwords());
        page.addObject("provider", ways.openId().map(OpenIdSettings::name).orElse(null));
        return page;
    }

    @PostMapping("/sign-in")
    ModelAndView password(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
        if (!ways.passwords()) {
            throw new NotThereException();
        }
        var mistakes = new Mistakes();
        if (account.isBlank()) {
            mistakes.add("account", "Enter your account name.");
        }
        if (password.isEmpty()) {
            mistakes.add("password", "Enter your password.");
        }
        if (mistakes.isEmpty()) {
            String name = SignIns.name(account);
            switch (signIns.password(name, password, request.getRemoteAddr())) {
                case RIGHT -> {
                    Halfway.begin(request, name, WayIn.isOurs(to) ? to : "/", clock.instant());
                    return new ModelAndView("redirect:/sign-in/code");
                }
                case WRONG -> mistakes.add("account", "The account name or the password is wrong. Enter both again.");
                case TOO_MANY -> mistakes.add("account", tooMany());
            }
        }
        return filled(mistakes.shownOn("signin/sign-in"), to).addObject("account", account);
    }

    @GetMapping("/sign-in/code")
    String code(HttpServletRequest request) {
        return Halfway.of(request, clock.instant()).isPresent() ? "signin/code" : "redirect:/sign-in";
    }

    @PostMapping("/sign-in/code")
    ModelAndView code(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Optional<Halfway> halfway = Halfway.of(request, clock.instant());
        if (halfway.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        if (code.isBlank()) {
            return new Mistakes()
                    .add("code", "Enter the code that your app shows.")
                    .shownOn("signin/code");
        }
        String account = halfway.get().account();
        return switch (signIns.code(account, code, request.getRemoteAddr())) {
            case RIGHT -> {
                BrowserSession.begin(request, signIns.begin(account, request.getRemoteAddr()), clock.instant());
                yield new ModelAndView("redirect:" + halfway.get().to());
            }
            case WRONG ->
                new Mistakes()
                        .add("code", "The code is wrong, or was used already. Wait for the next one and enter that.")
                        .shownOn("signin/code");
            case TOO_MANY -> new Mistakes().add("code", tooMany()).shownOn("signin/code");
        };
    }

    private String tooMany() {
        return "There were too many tries that failed. Wait " + times.lasting(signIns.waiting())
                + ", then try again; nothing you enter before is looked at.";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        Optional<String> signIn = BrowserSession.signIn(request, clock.instant());
        boolean byProvider = ways.openId().isPresent()
                && signIn.flatMap(signIns::person)
                        .flatMap(person -> accounts.find(person.account()))
                        .flatMap(Account::openIdName)
                        .isPresent();
        signIn.ifPresent(signIns::end);
        BrowserSession.end(request);
        return byProvider ? "redirect:/sign-in/openid/out" : "redirect:/sign-in?out";
    }
}
