package org.scrutineer.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.web.BrowserSession;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.scrutineer.web.ServiceWords;
import org.scrutineer.web.Times;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class AccountRoom {

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final SignIns signIns;
    private final ServiceWords words;
    private final WaysIn ways;
    private final Times times;
    private final Clock clock;

    AccountRoom(
            Catalogue catalogue,
            Accounts accounts,
            SignIns signIns,
            ServiceWords words,
            WaysIn ways,
            Times times,
            Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.signIns = signIns;
        this.words = words;
        this.ways = ways;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/account")
    String account(Person person, Model model) {
        model.addAttribute("roles", person.roles().stream().sorted().toList());
        model.addAttribute(
                "teams",
                catalogue.organisation().teams().stream()
                        .filter(team -> person.sendsFor(team.id()))
                        .map(Organisation.Team::name)
                        .toList());
        model.addAttribute(
                "offices",
                catalogue.organisation().roles().stream()
                        .filter(office -> person.writesFor(office.id()))
                        .map(Organisation.Role::name)
                        .toList());
        model.addAttribute("sessions", signIns.sessions(person.account()));
        model.addAttribute("hasPassword", hasPassword(person));
        model.addAttribute("provider", ways.openId().map(OpenIdSettings::name).orElse(null));
        return "account/account";
    }

    private boolean hasPassword(Person person) {
        return ways.passwords()
                && accounts.find(person.account()).flatMap(Account::openIdName).isEmpty();
    }

    private void requirePassword(Person person) {
        if (!hasPassword(person)) {
            throw new NotThereException();
        }
    }

    @GetMapping("/account/password")
    String password(Person person) {
        requirePassword(person);
        return "account/password";
    }

    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            Person person,
            HttpServletRequest request,
            RedirectAttributes flash) {
        requirePassword(person);
        var mistakes = new Mistakes();
        switch (signIns.password(person.account(), current, request.getRemoteAddr())) {
            case RIGHT ->
                accounts.changePassword(person.account(), chosen, words.all(), signIn(request))
                        .ifPresent(sentence -> mistakes.add("chosen", sentence));
            case WRONG -> mistakes.add("current", "This is not your present password. Enter it again.");
            case TOO_MANY ->
                mistakes.add(
                        "current",
                        "There were too many tries that failed. Wait " + times.lasting(signIns.waiting())
                                + ", then try again.");
        }
        return mistakes.isEmpty()
                ? new ModelAndView(Flash.done(
                        flash,
                        "Your password is changed, and you are signed out everywhere else.",
                        "redirect:/account"))
                : mistakes.shownOn("account/password");
    }

    @PostMapping("/account/sign-out-elsewhere")
    String signOutElsewhere(Person person, HttpServletRequest request, RedirectAttributes flash) {
        signIns.endOthers(person.account(), signIn(request));
        return Flash.done(flash, "You are signed out everywhere else.", "redirect:/account");
    }

    private String signIn(HttpServletRequest request) {
        return BrowserSession.signIn(request, clock.instant()).orElseThrow();
    }
}
