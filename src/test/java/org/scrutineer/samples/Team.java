package org.scrutineer.samples;

import java.util.stream.Stream;

/** The teams of the organisation, by the names of the catalogue. */
enum Team {
    FIRST_RESPONSE_1("First Response Team 1"),
    FIRST_RESPONSE_2("First Response Team 2"),
    FIRST_RESPONSE_3("First Response Team 3"),
    FIRST_RESPONSE_4("First Response Team 4"),
    SAFEGUARDING_NORTH("Safeguarding Team North"),
    SAFEGUARDING_CENTRAL("Safeguarding Team Central"),
    SAFEGUARDING_WEST("Safeguarding Team West"),
    CHILDREN_IN_CARE_1("Children in Care Team 1"),
    CHILDREN_IN_CARE_2("Children in Care Team 2"),
    LEAVING_CARE_NORTH("Leaving Care Team North"),
    LEAVING_CARE_WEST("Leaving Care Team West"),
    DISABLED_CHILDREN("Disabled Children Team"),
    QUALITY_ASSURANCE("Quality Assurance"),
    FINANCE("Finance"),
    WORKFORCE("Workforce");

    private final String title;

    Team(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Team named(String title) {
        return Stream.of(values())
                .filter(team -> team.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no team is called " + title));
    }

    /** Percent of its children whose home is in West Northamptonshire. */
    int percentWest() {
        return switch (this) {
            case SAFEGUARDING_NORTH, LEAVING_CARE_NORTH -> 8;
            case SAFEGUARDING_WEST, LEAVING_CARE_WEST -> 94;
            default -> 52;
        };
    }
}
