package org.scrutineer.web;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation;

/** What a password may not be made of: whose service this is, and what it is about. */
@RoomPart
public class ServiceWords {

    private static final List<String> SUBJECT =
            List.of("scrutineer", "performance", "returns", "indicators", "committee", "password");

    private final Organisation organisation;

    ServiceWords(Catalogue catalogue) {
        this.organisation = catalogue.organisation();
    }

    /** The subject, and the words in the names of the organisation, its services and its teams. */
    public List<String> all() {
        var words = new ArrayList<>(SUBJECT);
        words.add(organisation.id());
        words.addAll(List.of(organisation.name().split("\\W+")));
        organisation
                .services()
                .forEach(service -> words.addAll(List.of(service.name().split("\\W+"))));
        organisation.teams().forEach(team -> words.addAll(List.of(team.name().split("\\W+"))));
        words.removeIf(String::isBlank);
        return words;
    }
}
