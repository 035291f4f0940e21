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
    ModelAndView account(Person person, HttpServletRequest request) {
        return shown(new ModelAndView("account/account"), person, request);
    }

    private ModelAndView shown(ModelAndView page, Person person, HttpServletRequest request) {
        page.addObject("roles", person.roles().stream().sorted().toList());
        page.addObject(
                "teams",
                catalogue.organisation().teams().stream()
                        .filter(team -> person.sendsFor(team.id()))
                        .map(Organisation.Team::name)
                        .toList());
        page.addObject(
                "offices",
                catalogue.organisation().roles().stream()
                        .filter(office -> person.writesFor(office.id()))
                        .map(Organisation.Role::name)
                        .toList());
        page.addObject("sessions", signIns.sessions(person.account(), signIn(request)));
        page.addObject("hasPassword", hasPassword(person));
        page.addObject("provider", ways.openId().map(OpenIdSettings::name).orElse(null));
        return page;
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
        Mistakes mistakes = presentPassword(current, person, request);
        if (mistakes.isEmpty()) {
            accounts.changePassword(person.account(), chosen, words.all(), signIn(request))
                    .ifPresent(sentence -> mistakes.add("chosen", sentence));
        }
        return mistakes.isEmpty()
                ? new ModelAndView(Flash.done(
                        flash,
                        "Your password is changed, and you are signed out everywhere else.",
                        "redirect:/account"))
                : mistakes.shownOn("account/password");
    }

    /** What is wrong with what was entered as the present password. */
    private Mistakes presentPassword(String typed, Person person, HttpServletRequest request) {
        var mistakes = new Mistakes();
        switch (signIns.password(person.account(), typed, request.getRemoteAddr())) {
            case RIGHT -> {}
            case WRONG -> mistakes.add("current", "This is not your present password. Enter it again.");
            case TOO_MANY ->
                mistakes.add(
                        "current",
                        "There were too many tries that failed. Wait " + times.lasting(signIns.waiting())
                                + ", then try again.");
        }
        return mistakes;
    }

    @PostMapping("/account/sign-out-elsewhere")
    ModelAndView signOutElsewhere(
            @RequestParam(defaultValue = "") String current,
            Person person,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Mistakes mistakes = hasPassword(person) ? presentPassword(current, person, request) : new Mistakes();
        if (!mistakes.isEmpty()) {
            return shown(mistakes.shownOn("account/account"), person, request);
        }
        signIns.endOthers(person.account(), signIn(request));
        return new ModelAndView(Flash.done(flash, "You are signed out everywhere else.", "redirect:/account"));
    }

    private String signIn(HttpServletRequest request) {
        return BrowserSession.signIn(request, clock.instant()).orElseThrow();
    }
}
