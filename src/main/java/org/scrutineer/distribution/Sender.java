package org.scrutineer.distribution;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.MailAddress;
import org.springframework.stereotype.Component;

/** Whom mail comes from. */
@Component
class Sender {

    private final String name;
    private final String address;

    Sender(MailProperties settings, Catalogue catalogue) {
        String from = settings.from();
        this.name = HeaderText.of(catalogue.organisation().name());
        this.address = from == null ? catalogue.organisation().contact() : from;
    }

    String name() {
        return name;
    }

    /** A file that nobody sends may come from nobody. */
    String address() {
        return MailAddress.isOne(address) ? address : "scrutineer@localhost.invalid";
    }

    String domain() {
        return address().substring(address().indexOf('@') + 1);
    }
}
