package org.scrutineer.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.scrutineer.accounts.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away whatever is larger than a form of a few fields and comes from somebody who is not let in for it, before anything
 * of it is kept: looking for the token of a form reads all files that come with it.
 */
final class UnreadBodies extends OncePerRequestFilter {

    /** What a form without files comes to at most: a long explanation of a figure fits in. */
    static final int FORM_BYTES = 64 * 1024;

    private static final String MULTIPART = "multipart/";

    private final RouteAccess access;
    private final WayIn wayIn;

    UnreadBodies(RouteAccess access, WayIn wayIn) {
        this.access = access;
        this.wayIn = wayIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = isLarge(request) ? SignedIn.person() : Optional.empty();
        if (!isLarge(request) || person.isPresent() && access.allows(person.get(), request)) {
            chain.doFilter(request, response);
        } else if (person.isEmpty()) {
            wayIn.leadBackToForm(request, response);
        } else {
            wayIn.handle(request, response, new AccessDeniedException("not let in with so much"));
        }
    }

    private static boolean isLarge(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getContentLengthLong() > FORM_BYTES
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }
}
