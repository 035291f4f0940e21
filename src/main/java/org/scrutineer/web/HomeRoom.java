package org.scrutineer.web;

import org.scrutineer.accounts.Person;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the first that whoever is signed in finds in the navigation. */
@Room
class HomeRoom {

    private final Navigation navigation = new Navigation(Routes.all());

    @GetMapping("/")
    String home(Person person) {
        return "redirect:" + navigation.of(person, "/").get(0).path();
    }
}
