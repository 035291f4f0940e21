package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scrutineer.accounts.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What becomes of a request that is refused: who is not signed in is asked to, and comes back to the page, or to the page
 * whose form was sent; who is signed in is told.
 */
public final class WayIn implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Of this service: a path and its query, of the characters that both are made of, and no other server's address. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    /** Tells the page of the problem that a form was from before somebody signed in. */
    static final String STALE = "scrutineer.stale";

    private static final Logger LOG = LoggerFactory.getLogger(WayIn.class);

    private final RouteAccess access;
    private final DeniedRequests denials;

    WayIn(RouteAccess access, DeniedRequests denials) {
        this.access = access;
        this.denials = denials;
    }

    /** Whether somebody may be led there after signing in. */
    public static boolean isOurs(String path) {
        return PATH.matcher(path).matches() && !path.startsWith("/sign-in");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String query = request.getQueryString();
        lead(request, response, Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Optional<Person> person = SignedIn.person();
        boolean isForged = denied instanceof CsrfException;
        if (isForged && person.isEmpty()) {
            leadBackToForm(request, response);
            return;
        }
        if (isForged) {
            request.setAttribute(STALE, true);
        }
        LOG.warn(
                "{} was denied {} {}",
                person.map(Person::account).orElse("nobody"),
                request.getMethod(),
                request.getRequestURI());
        boolean isKnown = access.isKnown(request);
        if (isKnown) {
            person.ifPresent(each -> denials.add(each, request, isForged ? "token" : "role"));
        }
        response.sendError((isKnown ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
    }

    /** Asks whoever sent a form to sign in, and to come back to the page it was on. */
    void leadBackToForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        lead(request, response, form(request));
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, Optional<String> to)
            throws IOException {
        var address = UriComponentsBuilder.fromPath("/sign-in");
        to.filter(WayIn::isOurs).filter(path -> !path.equals("/")).ifPresent(path -> address.queryParam("to", "{to}"));
        if (BrowserSession.hasEnded(request)) {
            address.queryParam("ended");
        }
        String there = address.encode().buildAndExpand(to.orElse("")).toUriString();
        if (BrowserSession.movesByItself(request)) {
            response.setHeader("HX-Redirect", there);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(there);
        }
    }

    /** The page a form was sent from; where that was an answer to the form, which cannot be asked for, the page above. */
    private Optional<String> form(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).map(referer -> {
            try {
                URI page = URI.create(referer);
                String path = String.valueOf(page.getRawPath());
                if (!access.isPage(path)) {
                    return path.substring(0, Math.max(1, path.lastIndexOf('/')));
                }
                return path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            } catch (IllegalArgumentException noAddress) {
                return "/";
            }
        });
    }
}
