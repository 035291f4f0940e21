package org.scrutineer.samples;

import java.util.List;

/** The sheets about children in care that template version 4 of the team performance return added. */
final class CareLayouts {

    private static final List<String> STATUSES =
            List.of("C1 Interim care order", "C2 Full care order", "E1 Placement order", "V2 Section 20");

    static final Layout PLACEMENTS = Layout.sheet("Placements and visits", "Placements of children in care")
            .column("child", "Child ID", "Child Unique ID")
            .column("date_of_birth", "Date of birth", "DOB")
            .column("placement_started", "Placement start date", "Start date of most recent placement")
            .column("previous_started", "Previous placement start date", "Start date of previous placement")
            .column("distance", "Distance from home (miles)", "Distance from home")
            .coded(
                    "location",
                    List.of("IN Inside/In area", "OUT Outside/Out of area"),
                    "Placement location",
                    "In or out of area")
            .coded(
                    "intended",
                    List.of(
                            "SHORTER Not until 18/Short term",
                            "UNTIL_18 Until 18/Intended until 18",
                            "LONG_TERM_FOSTER Long-term foster care"),
                    "Placement plan",
                    "Permanence plan")
            .column("last_visit", "Date of last statutory visit", "Date of last social work visit")
            .column("last_review", "Date of latest statutory review", "Latest review")
            .column(
                    "social_workers",
                    "Social workers in the last 12 months",
                    "Number of social workers in the last 12 months")
            .column(
                    "missing_episodes",
                    "Missing episodes in the last 12 months",
                    "Number of Episodes 'Missing' in last 12 months");

    static final Layout HEALTH = Layout.sheet("Health and education", "Health of children in care")
            .column("child", "Child ID", "Child Unique ID")
            .column("date_of_birth", "Date of birth", "DOB")
            .column("assessed", "Date of last health assessment", "Last health assessment")
            .column("immunised", "Immunisations up to date?", "Immunisations up to date")
            .column("difficulties", "SDQ score", "Strengths and difficulties score")
            .column("education_plan", "PEP reviewed this term?", "Personal education plan current?")
            .column("convicted", "Convicted or cautioned in the last 12 months?", "Offended in the last 12 months?");

    static final Layout STARTS = Layout.sheet("Started in care", "Started to be looked after")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Date started to be looked after", "Start date")
            .coded("legal_status", STATUSES, "Legal status at the start", "Child's legal status")
            .column("assessed", "Date of initial health assessment", "Initial health assessment")
            .column("ceased", "Date ceased to be looked after", "Ceased")
            .coded("authority", PerformanceLayouts.COUNCILS, "Home council", "Council");

    static final Layout ENDS = Layout.sheet("Left care", "Ceased to be looked after")
            .column("child", "Child ID", "Child Unique ID")
            .column("date_of_birth", "Date of birth", "DOB")
            .column("started", "Date started to be looked after", "Start date")
            .column("ceased", "Date ceased to be looked after", "Ceased")
            .coded(
                    "reason",
                    List.of(
                            "ADOPTED Adopted",
                            "SGO Special guardianship order/Special guardianship",
                            "HOME Returned home",
                            "ADULT Independent living or adult services",
                            "OTHER Any other reason/Other"),
                    "Reason ceased",
                    "Reason ceased to be looked after")
            .coded("legal_status", STATUSES, "Last legal status", "Child's legal status")
            .coded(
                    "last_placement",
                    List.of(
                            "FOSTER Foster care/Fostering",
                            "HOME Children's home",
                            "SEMI Semi-independent/Supported accommodation",
                            "PARENTS Placed with parents",
                            "ADOPTION Placed for adoption"),
                    "Last placement type",
                    "Placement type")
            .column("stayed_put", "Staying put?", "Stayed with former foster carer?")
            .column(
                    "missing_episodes",
                    "Missing episodes in the last 12 months in care",
                    "Number of Episodes 'Missing' in last 12 months")
            .coded("authority", PerformanceLayouts.COUNCILS, "Home council", "Council");

    static final Layout REVIEWS = Layout.sheet("Reviews", "Reviews of children in care")
            .column("child", "Child ID", "Child Unique ID")
            .column("due", "Review due by", "Review due")
            .column("held", "Review held", "Date of review")
            .coded("authority", PerformanceLayouts.COUNCILS, "Home council", "Council");

    static final Layout ADOPTIONS = Layout.sheet("Adoption", "Adoptions")
            .column("child", "Child ID", "Child Unique ID")
            .column("entered_care", "Date the child entered care", "Entered care")
            .column("decided", "Date of decision that child should be placed for adoption", "Date of decision")
            .column("placement_order", "Date of placement order", "Placement order")
            .column("matched", "Date of matching child and prospective adopters", "Date of match")
            .column("moved_in", "Date placed for adoption", "Date moved in with adopters")
            .column("adopted", "Date of adoption order", "Adopted")
            .coded("authority", PerformanceLayouts.COUNCILS, "Home council", "Council");

    private CareLayouts() {}
}
