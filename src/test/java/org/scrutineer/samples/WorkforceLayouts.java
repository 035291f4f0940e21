package org.scrutineer.samples;

import java.util.List;

/** The sheets of the workforce return, template version 2. */
final class WorkforceLayouts {

    static final Layout WORKERS = Layout.sheet("Workers", "Staff")
            .column("worker", "Worker ID")
            .column("works_in", "Team")
            .column("social_worker", "Social worker?")
            .coded("contract", List.of("PERMANENT Permanent/Employed", "AGENCY Agency/Locum"), "Contract")
            .coded(
                    "stage",
                    List.of("FIRST-YEAR First year/ASYE", "EXPERIENCED Experienced", "OTHER Other"),
                    "Experience")
            .coded("covers", List.of("POST An established post", "ABOVE Above establishment"), "Agency worker covers")
            .column("fte", "FTE")
            .column("cases", "Cases held")
            .column("days_lost", "Working days lost to sickness in 12 months")
            .column("started", "Start date");

    static final Layout POSTS = Layout.sheet("Posts", "Establishment")
            .column("post", "Post number", "Post ID")
            .column("belongs_to", "Team")
            .column("social_work", "Social work post?")
            .column("fte", "Established FTE", "FTE")
            .column("permanent_fte", "Filled by permanent staff (FTE)")
            .column("agency_fte", "Covered by agency (FTE)")
            .coded(
                    "holder",
                    List.of(
                            "EXPERIENCED Experienced worker",
                            "FIRST-YEAR Worker in first year",
                            "OTHER Other permanent worker",
                            "AGENCY Agency worker",
                            "VACANT Vacant/Nobody"),
                    "Held by");

    static final Layout MOVEMENTS = Layout.sheet("Movements", "Starters and leavers")
            .column("worker", "Worker ID")
            .column("team_concerned", "Team")
            .coded("movement", List.of("STARTER Starter", "LEAVER Leaver", "MOVE Internal move"), "Movement")
            .column("moved", "Date")
            .column("social_worker", "Social worker?")
            .column("fte", "FTE");

    private WorkforceLayouts() {}
}
