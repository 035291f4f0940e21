package org.scrutineer.samples;

import java.util.List;

/** The sheets of the team performance return, template version 4. */
final class PerformanceLayouts {

    static final List<String> COUNCILS = List.of(
            "NCC Northamptonshire/Northamptonshire County Council",
            "WNC West Northamptonshire/West Northamptonshire Council",
            "NNC North Northamptonshire/North Northamptonshire Council",
            "OTH Other/Out of area");

    static final Layout CONTACTS = Layout.sheetSince(4, "Contacts")
            .column("contact", "Contact reference", "Contact ID")
            .column("child", "Child ID", "Child Unique ID")
            .column("received", "Date of contact", "Contact date")
            .coded(
                    "source",
                    List.of(
                            "IND Individual",
                            "SCH School/Schools",
                            "HLT Health",
                            "POL Police",
                            "LA Local authority services",
                            "OTH Other/Anonymous"),
                    "Contact source")
            .column("decided", "Date of decision", "Decision date")
            .column("became_referral", "Led to a referral?", "Became a referral")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout REFERRALS = Layout.sheet("Referrals")
            .column("child", "Child ID", "Child Unique ID")
            .column("received", "Date of referral", "Referral date")
            .coded(
                    "source",
                    List.of(
                            "IND Individual",
                            "SCH School/Schools",
                            "HLT Health",
                            "POL Police",
                            "LA Local authority services",
                            "OTH Other/Anonymous"),
                    "Referral source")
            .column("decided", "Date of decision", "Decision date")
            .column("no_further_action", "No further action?", "NFA", "Referral NFA?")
            .coded("authority", COUNCILS, "Home council", "Council")
            .columnSince(
                    4,
                    "earlier_referrals",
                    "Referrals in the 12 months before",
                    "Number of Referrals in Last 12 Months");

    static final Layout ASSESSMENTS = Layout.sheet("Assessments", "Single assessments")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Assessment start date", "Started")
            .column("authorised", "Date of authorisation", "Completed")
            .column("seen", "Child seen?", "Child seen during assessment")
            .coded(
                    "outcome",
                    List.of(
                            "CIN Child in need plan",
                            "CP Child protection",
                            "CLA Looked after",
                            "NFA No further action",
                            "OTH Other"),
                    "Outcome")
            .column("worker", "Allocated worker", "Allocated social worker")
            .coded("authority", COUNCILS, "Home council", "Council")
            .columnSince(4, "referred", "Date of referral", "Referral date");

    static final Layout CHILDREN_IN_NEED = Layout.sheet("Children in need", "CIN")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "CIN start date", "Start date")
            .column("last_seen", "Date child was last seen", "Last seen")
            .column("plan_reviewed", "Date of latest plan review")
            .column("closed", "CIN closure date", "Closed")
            .column("worker", "Allocated worker", "Allocated social worker")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout CHILD_PROTECTION = Layout.sheet("Child protection", "CP plans")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Child protection plan start date", "Plan start date")
            .coded(
                    "category",
                    List.of("NEG Neglect", "PHY Physical", "SEX Sexual", "EMO Emotional", "MUL Multiple"),
                    "Latest category of abuse",
                    "Category")
            .column("last_visit", "Date of the last statutory visit", "Last visit")
            .column("seen_alone", "Was the child seen alone?", "Seen alone")
            .column("ended", "Child protection plan end date", "Plan end date")
            .column("worker", "Allocated worker", "Allocated social worker")
            .coded("authority", COUNCILS, "Home council", "Council")
            .columnSince(4, "latest_review", "Date of latest review conference", "Latest review conference")
            .columnSince(4, "reviews_in_time", "All reviews in time?", "Reviews in time");

    static final Layout SECTION_47_ENQUIRIES = Layout.sheetSince(4, "Section 47 enquiries", "S47 enquiries")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Date of strategy discussion", "S47 start date")
            .column(
                    "unnecessary",
                    "Initial conference unnecessary?",
                    "Was an Initial Child Protection Conference deemed unnecessary?")
            .column("conference", "Date of initial conference", "Date of Initial Child Protection Conference")
            .column("plan", "Did the conference lead to a plan?")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout PROTECTION_PLANS = Layout.sheetSince(4, "Plans started and ended", "CP plans started and ended")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Child protection plan start date", "Plan start date")
            .column("previous_plans", "Number of previous child protection plans", "Previous plans")
            .column("previous_ended", "Date the previous plan ended", "Previous plan end date")
            .column("core_group", "Date of first core group", "First core group")
            .column("ended", "Child protection plan end date", "Plan end date")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout CHILDREN_IN_CARE = Layout.sheet("Children in care", "Looked after children")
            .column("child", "Child ID", "Child Unique ID")
            .column("started", "Date started to be looked after", "Start date")
            .coded(
                    "legal_status",
                    List.of(
                            "C1 Interim care order",
                            "C2 Full care order",
                            "E1 Placement order",
                            "V2 Section 20",
                            "V3 Short breaks",
                            "V4 Short breaks (single)"),
                    "Child's legal status",
                    "Legal status")
            .coded(
                    "placement",
                    List.of(
                            "FOSTER Foster care/Fostering",
                            "HOME Children's home",
                            "SEMI Semi-independent/Supported accommodation",
                            "PARENTS Placed with parents",
                            "ADOPTION Placed for adoption",
                            "OTHER Other"),
                    "Placement type")
            .column("registered", "Is the placement registered?", "Registered with Ofsted")
            .column("placements", "Number of placements in the last 12 months")
            .column("last_dental", "Date of last dental check")
            .column("unaccompanied", "Unaccompanied asylum-seeking child?", "UASC")
            .column("worker", "Allocated worker", "Allocated social worker")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout CARE_LEAVERS = Layout.sheet("Care leavers")
            .column("child", "Young person ID", "Child ID")
            .column("age", "Age")
            .coded(
                    "eligibility",
                    List.of("RELEVANT Relevant", "FORMER Former relevant", "QUALIFYING Qualifying"),
                    "Eligibility category")
            .coded(
                    "in_touch",
                    List.of("YES Yes", "NO No", "DIED Died", "REFU Refused", "NREQ Not required", "RHOM Returned home"),
                    "LA in touch",
                    "In touch")
            .coded(
                    "suitable",
                    List.of("SUITABLE Suitable/Yes", "UNSUITABLE Unsuitable/No", "UNKNOWN Not known"),
                    "Suitability of accommodation",
                    "Suitable accommodation?")
            .coded(
                    "activity",
                    List.of(
                            "EET Education, employment or training",
                            "NEET Not in education, employment or training",
                            "UNKNOWN Not known"),
                    "Activity status")
            .column("plan_reviewed", "Latest pathway plan review date")
            .column("worker", "Allocated personal adviser", "Allocated worker")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout MISSING_EPISODES = Layout.sheet("Missing episodes", "Missing")
            .column("child", "Child ID", "Child Unique ID")
            .column("went_missing", "Went missing", "Missing from")
            .column("returned", "Returned")
            .column("offered", "Return interview offered?")
            .column("accepted", "Return interview accepted?")
            .column("interviewed", "Return interview held")
            .coded("authority", COUNCILS, "Home council", "Council");

    static final Layout SUPERVISION = Layout.sheet("Supervision")
            .column("worker", "Worker ID", "Worker")
            .column("due", "Supervision due this month?")
            .column("supervised", "Date of latest supervision");

    static final Layout AUDITS = Layout.sheet("Audits", "Case audits")
            .column("audit", "Audit reference")
            .column("completed", "Date completed")
            .column("audited", "Team audited")
            .coded(
                    "grade",
                    List.of(
                            "OUTSTANDING Outstanding",
                            "GOOD Good",
                            "RI Requires improvement/Requires improvement to be good",
                            "INADEQUATE Inadequate"),
                    "Grade");

    private PerformanceLayouts() {}
}
