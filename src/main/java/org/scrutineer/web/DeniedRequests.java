package org.scrutineer.web;

import jakarta.servlet.http.HttpServletRequest;
import org.scrutineer.accounts.Person;

/** Remembers what people asked for that they may not have. */
interface DeniedRequests {

    /** @param why {@code role}, or {@code token} where the form was not one of ours */
    void add(Person person, HttpServletRequest request, String why);
}
