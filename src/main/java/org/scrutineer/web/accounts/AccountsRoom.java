package org.scrutineer.web.accounts;

import java.util.Arrays;
import java.util.Optional;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Joining;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Invitations;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.OvertakenException;
import org.scrutineer.web.Room;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class AccountsRoom {

    private final Accounts accounts;
    private final Joining joining;
    private final Invitations invitations;
    private final WaysIn ways;
    private final Organisation organisation;

    AccountsRoom(Accounts accounts, Joining joining, Invitations invitations, WaysIn ways, Catalogue catalogue) {
        this.accounts = accounts;
        this.joining = joining;
        this.invitations = invitations;
        this.ways = ways;
        this.organisation = catalogue.organisation();
    }

    @GetMapping("/accounts")
    String all(Model page) {
        page.addAttribute("accounts", accounts.all());
        return "accounts/accounts";
    }

    @GetMapping("/accounts/new")
    ModelAndView newAccount() {
        return form(new ModelAndView("accounts/new"), new AccountForm(null, null, null, null, null));
    }

    @PostMapping("/accounts/new")
    ModelAndView make(
            @RequestParam(defaultValue = "") String account, AccountForm form, Person by, RedirectAttributes flash) {
        String name = SignIns.name(account);
        var mistakes = new Mistakes();
        accounts.refusedName(name).ifPresent(sentence -> mistakes.add("account", sentence));
        Account made = checked(name, Optional.empty(), form, mistakes);
        if (!mistakes.isEmpty()) {
            return form(mistakes.shownOn("accounts/new"), form).addObject("account", account);
        }
        handOn(accounts.make(made, by.account()), flash);
        return new ModelAndView(Flash.done(flash, "The account is made.", "redirect:/accounts/" + name));
    }

    /** @param before what the provider called its person before, which stays where there is no provider */
    private Account checked(String name, Optional<String> before, AccountForm form, Mistakes mistakes) {
        Optional<String> openIdName = ways.openId().isPresent() ? form.openIdName() : before;
        openIdName
                .flatMap(each -> accounts.refusedOpenIdName(each, name))
                .ifPresent(sentence -> mistakes.add("openid", sentence));
        form.check(mistakes, organisation, ways);
        return form.account(name, openIdName, organisation);
    }

    private void handOn(Optional<String> token, RedirectAttributes flash) {
        token.ifPresent(each -> {
            flash.addFlashAttribute("link", invitations.link(each));
            flash.addFlashAttribute("linkLasts", joining.linkLasts());
        });
    }

    @GetMapping("/accounts/{account}")
    ModelAndView account(@PathVariable String account, Person by) {
        Account found = found(account);
        return shown(new ModelAndView("accounts/account"), found, AccountForm.of(found), by);
    }

    @PostMapping("/accounts/{account}")
    ModelAndView change(@PathVariable String account, AccountForm form, Person by, RedirectAttributes flash) {
        Account found = found(account);
        var mistakes = new Mistakes();
        Account changed = checked(account, found.openIdName(), form, mistakes);
        if (account.equals(by.account())) {
            if (!changed.roles().contains(Role.ADMINISTRATOR)) {
                mistakes.add("roles", "Another administrator has to take this role from you.");
            }
            if (!changed.openIdName().equals(found.openIdName())) {
                mistakes.add("openid", "Another administrator has to change how you sign in.");
            }
        }
        if (!mistakes.isEmpty()) {
            return shown(mistakes.shownOn("accounts/account"), found, form, by);
        }
        accounts.change(changed, by.account());
        return new ModelAndView(Flash.done(flash, "The account is changed.", "redirect:/accounts/" + account));
    }

    @PostMapping("/accounts/{account}/disable")
    String disable(@PathVariable String account, Person by, RedirectAttributes flash) {
        accounts.disable(another(account, by), by.account());
        return Flash.done(
                flash, "The account is disabled, and signed out everywhere.", "redirect:/accounts/" + account);
    }

    @PostMapping("/accounts/{account}/enable")
    String enable(@PathVariable String account, Person by, RedirectAttributes flash) {
        accounts.enable(another(account, by), by.account());
        return Flash.done(flash, "The account can be used again.", "redirect:/accounts/" + account);
    }

    @PostMapping("/accounts/{account}/reset")
    String reset(@PathVariable String account, Person by, RedirectAttributes flash) {
        Optional<String> token = accounts.reset(another(account, by), by.account());
        handOn(token, flash);
        return Flash.done(
                flash,
                token.isPresent()
                        ? "The password and the one-time codes do not work any more, and the account is signed out"
                                + " everywhere."
                        : "The account is signed out everywhere, and is of whoever signs in next by its name.",
                "redirect:/accounts/" + account);
    }

    private Account found(String account) {
        return accounts.find(account).orElseThrow(NotThereException::new);
    }

    private String another(String account, Person by) {
        if (found(account).name().equals(by.account())) {
            throw new OvertakenException("This is your own account. Another administrator has to do that.");
        }
        return account;
    }

    private ModelAndView shown(ModelAndView page, Account account, AccountForm form, Person by) {
        page.addObject("shown", account);
        page.addObject("own", account.name().equals(by.account()));
        return form(page, form);
    }

    private ModelAndView form(ModelAndView page, AccountForm form) {
        page.addObject("person", form.shownPerson());
        page.addObject("openid", form.openid());
        page.addObject("provider", ways.openId().map(OpenIdSettings::name).orElse(null));
        page.addObject("passwords", ways.passwords());
        page.addObject("tickedRoles", form.tickedRoles());
        page.addObject("tickedTeams", form.tickedTeams());
        page.addObject("tickedOffices", form.tickedOffices());
        page.addObject(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> new Choice(role.id(), role.title() + ": " + role.task()))
                        .toList());
        page.addObject(
                "teams",
                organisation.teams().stream()
                        .map(team -> new Choice(team.id(), team.name()))
                        .toList());
        page.addObject(
                "offices",
                organisation.roles().stream()
                        .map(office -> new Choice(office.id(), office.name()))
                        .toList());
        return page;
    }
}
