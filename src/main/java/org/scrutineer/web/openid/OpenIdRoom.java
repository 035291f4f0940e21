package org.scrutineer.web.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.OpenIdSignIns;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.web.BrowserSession;
import org.scrutineer.web.Invitations;
import org.scrutineer.web.Room;
import org.scrutineer.web.Times;
import org.scrutineer.web.WayIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

@Room
@ConditionalOnProperty("accounts.openid.issuer")
class OpenIdRoom {

    private static final String WAY_IN = "/sign-in";

    private final OpenIdSettings settings;
    private final OpenIdProvider provider;
    private final OpenIdExchange exchange;
    private final OpenIdSignIns openId;
    private final SignIns signIns;
    private final Invitations pages;
    private final Times times;
    private final Clock clock;

    OpenIdRoom(
            WaysIn ways,
            OpenIdProvider provider,
            OpenIdExchange exchange,
            OpenIdSignIns openId,
            SignIns signIns,
            Invitations pages,
            Times times,
            Clock clock) {
        this.settings = ways.openId().orElseThrow();
        this.provider = provider;
        this.exchange = exchange;
        this.openId = openId;
        this.signIns = signIns;
        this.pages = pages;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/sign-in/openid")
    ModelAndView ask(
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            return elsewhere(exchange.ask(WayIn.isOurs(to) ? to : "/", request, response));
        } catch (ProviderTroubleException trouble) {
            return refused(sentence(OpenIdExchange.Refusal.TROUBLE), flash);
        }
    }

    @GetMapping("/sign-in/openid/return")
    ModelAndView take(HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        String address = request.getRemoteAddr();
        if (openId.block(address)) {
            return refused(tooMany(), flash);
        }
        OpenIdExchange.Outcome outcome = exchange.take(request, response);
        if (outcome instanceof OpenIdExchange.Outcome.Refused refused) {
            noteFailure(refused.why(), address);
            return refused(sentence(refused.why()), flash);
        }
        var told = (OpenIdExchange.Outcome.Told) outcome;
        OpenIdSignIns.Recognition recognised = openId.recognise(told.identity(), address);
        if (recognised instanceof OpenIdSignIns.Recognition.Known known) {
            BrowserSession.begin(request, signIns.begin(known.account(), address), clock.instant());
            return new ModelAndView("redirect:" + told.to());
        }
        return refused(sentence(recognised, told.identity().name()), flash);
    }

    /** What was never asked, or the provider out of reach, is no try of anybody's. */
    private void noteFailure(OpenIdExchange.Refusal why, String address) {
        switch (why) {
            case NOT_ASKED, TROUBLE -> {}
            case DENIED, NOT_BELIEVED, NAMELESS, UNVERIFIED -> openId.failed("openid answer", address);
            case ONE_FACTOR -> openId.failed("openid second factor", address);
        }
    }

    private String sentence(OpenIdExchange.Refusal why) {
        String name = settings.name();
        return switch (why) {
            case NOT_ASKED ->
                "This way of signing in was begun in another window, or too long ago. Nothing was done. Begin again here.";
            case DENIED ->
                name + " did not sign you in. Nothing was done. Begin again here, or ask those who run " + name
                        + " why.";
            case TROUBLE ->
                name + " cannot be reached at the moment. Nothing was done. Try again in a few minutes; if it"
                        + " still cannot, tell whoever runs this service.";
            case NOT_BELIEVED ->
                "What " + name + " answered could not be believed. Nothing was done. Begin again here; if it"
                        + " happens again, tell whoever runs this service at what time it did.";
            case NAMELESS ->
                name + " did not tell your \"" + settings.accountClaim() + "\", by which accounts are known"
                        + " here. Tell whoever runs this service.";
            case UNVERIFIED ->
                name + " does not say that it has made sure that your mail address is yours. Ask those who run " + name
                        + " to see to that, then sign in again.";
            case ONE_FACTOR ->
                name + " did not ask you for a second factor, such as a code or a key, which this service"
                        + " needs. Sign out of " + name + ", set up a second factor there, then sign in again.";
        };
    }

    private String sentence(OpenIdSignIns.Recognition refused, String name) {
        if (refused instanceof OpenIdSignIns.Recognition.Unknown) {
            return "You are signed in at " + settings.name() + " as \"" + name
                    + "\", but there is no account for you here."
                    + " Ask your administrator to make one for this name.";
        }
        if (refused instanceof OpenIdSignIns.Recognition.Disabled) {
            return "Your account here is disabled. Ask your administrator.";
        }
        if (refused instanceof OpenIdSignIns.Recognition.AnothersName) {
            return "The account for \"" + name + "\" belongs to somebody else who had this name at " + settings.name()
                    + ". Ask your administrator.";
        }
        return tooMany();
    }

    private String tooMany() {
        return "There were too many tries that failed. Wait " + times.lasting(signIns.waiting()) + ", then try again.";
    }

    /** Signs out of the provider too, after this service has signed somebody out: a page leads there, as forms may not. */
    @GetMapping("/sign-in/openid/out")
    ModelAndView out(HttpServletResponse response) {
        Optional<URI> signOut = provider.signOut();
        if (signOut.isEmpty()) {
            return new ModelAndView("redirect:/sign-in?out=here");
        }
        String there = signOut.get() + (signOut.get().getRawQuery() == null ? "?" : "&") + "client_id="
                + encoded(settings.clientId()) + "&post_logout_redirect_uri=" + encoded(pages.address() + WAY_IN);
        response.setHeader("Refresh", "0; url=" + there);
        return new ModelAndView("openid/out")
                .addObject("provider", settings.name())
                .addObject("there", there);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static ModelAndView elsewhere(String address) {
        var view = new RedirectView(address);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private static ModelAndView refused(String sentence, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", sentence);
        return new ModelAndView("redirect:" + WAY_IN);
    }
}
