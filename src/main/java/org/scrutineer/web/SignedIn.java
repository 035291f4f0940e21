package org.scrutineer.web;

import java.util.Optional;
import org.scrutineer.accounts.Person;
import org.scrutineer.audit.Actor;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever is signed in on the request that this thread answers. */
public final class SignedIn implements Actor {

    private final Actor otherwise;

    /** @param otherwise who is at work where no request is answered, as in the schedule */
    public SignedIn(Actor otherwise) {
        this.otherwise = otherwise;
    }

    static Optional<Person> person() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication signedIn
                ? Optional.of(signedIn.getPrincipal())
                : Optional.empty();
    }

    /** The same work, to be done on another thread by whoever is signed in on this one. */
    public static Runnable asNow(Runnable work) {
        return new DelegatingSecurityContextRunnable(work);
    }

    @Override
    public String account() {
        return person().map(Person::account).orElseGet(otherwise::account);
    }
}
