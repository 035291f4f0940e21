package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.SignIns;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Asks the ledger on each request who is signed in: an account that is disabled, or has another role, is so from its next
 * request on, and nothing about a person is kept elsewhere.
 */
final class SignedInByLedger implements SecurityContextRepository {

    private final SignIns signIns;
    private final Clock clock;

    SignedInByLedger(SignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> person(request));
    }

    private Optional<Person> person(HttpServletRequest request) {
        return BrowserSession.signIn(request, clock.instant()).flatMap(signIns::person);
    }

    /** Asked for once a request, and not at all where everybody may see the page. */
    private static final class Once implements DeferredSecurityContext {

        private final Supplier<Optional<Person>> person;
        private final SecurityContext context = new SecurityContextImpl();
        private boolean asked;

        Once(Supplier<Optional<Person>> person) {
            this.person = person;
        }

        @Override
        public SecurityContext get() {
            if (!asked) {
                asked = true;
                person.get().map(PersonAuthentication::new).ifPresent(context::setAuthentication);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        return loadDeferredContext(both.getRequest()).get();
    }

    /** Signing in does that, and nothing else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return BrowserSession.signIn(request, clock.instant()).isPresent();
    }
}
