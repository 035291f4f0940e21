package org.scrutineer.web.signin;

import java.util.Optional;
import org.scrutineer.accounts.Joining;
import org.scrutineer.accounts.Joining.Joined;
import org.scrutineer.accounts.Joining.SetUp;
import org.scrutineer.accounts.Link;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Room;
import org.scrutineer.web.ServiceWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Room
class JoinRoom {

    private static final String ISSUER = "Scrutineer";

    private final Joining joining;
    private final ServiceWords words;

    JoinRoom(Joining joining, ServiceWords words) {
        this.joining = joining;
        this.words = words;
    }

    @GetMapping("/join/{token}")
    ModelAndView form(@PathVariable String token) {
        return joining.link(token, ISSUER)
                .map(link -> filled(new ModelAndView("signin/join"), token, link, "", ""))
                .orElseGet(JoinRoom::noSuchLink);
    }

    @PostMapping("/join/{token}")
    ModelAndView join(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code) {
        Optional<Link> link = joining.link(token, ISSUER);
        if (link.isEmpty()) {
            return noSuchLink();
        }
        var typed = new SetUp(password, code);
        Joined joined = link.get().account().isPresent()
                ? joining.join(token, typed, words.all())
                : joining.joinFirst(token, SignIns.name(account), person.strip(), typed, words.all());
        if (joined instanceof Joined.Ready ready) {
            return new ModelAndView("signin/joined", "ready", ready);
        }
        if (joined instanceof Joined.Mistaken mistaken) {
            var mistakes = new Mistakes();
            mistaken.sentences().forEach(mistakes::add);
            return filled(mistakes.shownOn("signin/join"), token, link.get(), account, person);
        }
        return noSuchLink();
    }

    private static ModelAndView filled(ModelAndView page, String token, Link link, String account, String person) {
        page.addObject("token", token);
        page.addObject("link", link);
        page.addObject("first", link.account().isEmpty());
        page.addObject("known", link.account().orElse(null));
        page.addObject("qr", QrCode.of(link.uri()));
        page.addObject("account", account);
        page.addObject("person", person);
        return page;
    }

    private static ModelAndView noSuchLink() {
        return new ModelAndView("signin/no-link", HttpStatus.NOT_FOUND);
    }
}
