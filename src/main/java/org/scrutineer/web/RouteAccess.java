package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks the routes about each request. */
final class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final Routes routes;

    RouteAccess(Routes routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(routes.allow(
                () -> person(authentication.get()), HttpMethod.valueOf(request.getMethod()), path(request)));
    }

    /** Whether somebody is let in for a request. */
    boolean allows(Person person, HttpServletRequest request) {
        return routes.allow(() -> person, HttpMethod.valueOf(request.getMethod()), path(request));
    }

    boolean isKnown(HttpServletRequest request) {
        return routes.know(path(request));
    }

    /** Whether there is a page at a path, for whomever it may be. */
    boolean isPage(String path) {
        return routes.know(HttpMethod.GET, PathContainer.parsePath(path));
    }

    private static @Nullable Person person(@Nullable Authentication authentication) {
        return authentication instanceof PersonAuthentication signedIn ? signedIn.getPrincipal() : null;
    }

    /** As the controllers are found by. */
    private static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }
}
