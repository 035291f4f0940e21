package org.scrutineer.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.web.BrowserSession;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Room;
import org.scrutineer.web.WayIn;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Room
class SignInRoom {

    private static final String TOO_MANY =
            "There were too many tries that failed. Wait 15 minutes, then try again; nothing you enter before is looked at.";

    private final SignIns signIns;
    private final Clock clock;

    SignInRoom(SignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam Optional<String> ended,
            @RequestParam Optional<String> out,
            Model page) {
        page.addAttribute("to", to);
        page.addAttribute("ended", ended.isPresent());
        page.addAttribute("out", out.isPresent());
        return "signin/sign-in";
    }

    @PostMapping("/sign-in")
    ModelAndView password(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
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
                case TOO_MANY -> mistakes.add("account", TOO_MANY);
            }
        }
        ModelAndView page = mistakes.shownOn("signin/sign-in");
        page.addObject("account", account);
        page.addObject("to", to);
        return page;
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
            case TOO_MANY -> new Mistakes().add("code", TOO_MANY).shownOn("signin/code");
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        BrowserSession.signIn(request, clock.instant()).ifPresent(signIns::end);
        BrowserSession.end(request);
        return "redirect:/sign-in?out";
    }
}
