package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All returns of a month, drawn from its plan. */
final class SampleMonth {

    private final MonthPlan plan;
    private final Staff staff;
    private final Movements movements;
    private final ChildIds ids;
    private final ChildIds otherIds;
    private final Map<Team, Caseload> caseloads = new EnumMap<>(Team.class);
    private final Map<Team, List<DataSheet>> sheets = new EnumMap<>(Team.class);
    private final List<Row> childrenInCare = new ArrayList<>();
    private final Map<Table.Line, InCare> inCare = new LinkedHashMap<>();
    private final Map<Team, Set<String>> missing = new EnumMap<>(Team.class);
    private final List<CareJourneys> journeys = new ArrayList<>();
    private final List<SampleReturn> returns;

    SampleMonth(MonthPlan plan) {
        this.plan = plan;
        this.ids = new ChildIds(plan);
        this.otherIds = ChildIds.ofChildrenWithoutACase(plan);
        this.staff = new Staff(plan, dice("staff"));
        this.movements = new Movements(plan, staff, dice("movements"));
        dealOutCases();
        plan.frontDoor().lines().forEach(this::openTheFrontDoor);
        plan.safeguarding().lines().forEach(this::safeguard);
        plan.care().lines().forEach(this::careFor);
        plan.leavingCare().lines().forEach(this::accompany);
        inCare.forEach(this::follow);
        superviseEveryTeam();
        fill(Team.QUALITY_ASSURANCE, new OtherReports(plan, dice("audits")).audits());
        var workforce = new WorkforceReturn(staff, movements, caseloads, dice("workforce"));
        workforce.sheets().forEach(sheet -> fill(Team.WORKFORCE, sheet));
        new FinanceReturn(plan, childrenInCare).sheets().forEach(sheet -> fill(Team.FINANCE, sheet));
        caseloads.forEach((team, caseload) -> {
            if (!caseload.isDealtOut()) {
                throw new IllegalStateException("cases of " + team.title() + " are left over in " + plan.period());
            }
        });
        this.returns = coverEach();
    }

    private Dice dice(String subject) {
        return new Dice(plan.period() + " " + subject);
    }

    private Dice dice(String subject, Table.Line line) {
        return dice(subject + " " + line.about());
    }

    private void fill(Team team, DataSheet sheet) {
        sheets.computeIfAbsent(team, unknown -> new ArrayList<>()).add(sheet);
    }

    private void dealOutCases() {
        var allocated = new EnumMap<Team, Integer>(Team.class);
        plan.frontDoor().lines().forEach(line -> add(allocated, line, "open", "unallocated"));
        plan.safeguarding().lines().forEach(line -> add(allocated, line, "open", "unallocated"));
        plan.safeguarding().lines().forEach(line -> add(allocated, line, "plans", "unallocated-plans"));
        plan.care().lines().forEach(line -> add(allocated, line, "children", "unallocated"));
        allocated.forEach((team, cases) -> {
            List<Integer> heavy = plan.heavyLoads().getOrDefault(team, List.of());
            Dice dice = dice("cases " + team.title());
            caseloads.put(team, new Caseload(staff.socialWorkers(team), cases, plan.averageCaseload(), heavy, dice));
        });
    }

    private static void add(Map<Team, Integer> cases, Table.Line line, String all, String waiting) {
        cases.merge(line.team(), line.number(all) - line.number(waiting), Integer::sum);
    }

    private Caseload caseload(Table.Line line) {
        Caseload caseload = caseloads.get(line.team());
        if (caseload == null) {
            throw new IllegalArgumentException(line.about() + " has no cases in the plan");
        }
        return caseload;
    }

    private void openTheFrontDoor(Table.Line line) {
        var frontDoor = new FrontDoor(plan, line, caseload(line), ids, dice("front door", line));
        frontDoor.lookBack(dice("before the front door", line));
        if (line.number("referrals") > 0) {
            var contacts = new Contacts(plan, line, frontDoor.referralRows(), otherIds, dice("contacts", line));
            fill(line.team(), contacts.sheet());
            fill(line.team(), frontDoor.referrals());
        }
        fill(line.team(), frontDoor.assessments());
    }

    private void safeguard(Table.Line line) {
        var safeguarding = new Safeguarding(plan, line, caseload(line), ids, dice("safeguarding", line));
        fill(line.team(), safeguarding.childrenInNeed());
        fill(line.team(), safeguarding.childProtection());
        var enquiries = new Enquiries(plan, line, safeguarding.plans(), otherIds, dice("enquiries", line));
        fill(line.team(), enquiries.sheet());
        var plans = new PlanChanges(plan, safeguarding.plans(), dice("plan changes", line));
        plans.review();
        fill(line.team(), plans.sheet());
        reportMissing(line, safeguarding.children());
    }

    private void careFor(Table.Line line) {
        var inCare = new InCare(plan, line, caseload(line), ids, dice("care", line));
        this.inCare.put(line, inCare);
        childrenInCare.addAll(inCare.children());
        fill(line.team(), inCare.sheet());
        if (line.team() != Team.DISABLED_CHILDREN) {
            reportMissing(line, inCare.children());
        }
    }

    /** How children came into care, how they are, and how they left. */
    private void follow(Table.Line line, InCare inCare) {
        var journey = new CareJourneys(plan, line, inCare.fullyInCare(), ids, dice("journeys", line));
        var details = new CareDetails(
                plan,
                inCare.fullyInCare(),
                missing.getOrDefault(line.team(), Set.of()),
                journey.initialAssessments(),
                dice("details", line));
        details.sheets().forEach(sheet -> fill(line.team(), sheet));
        journey.sheets().forEach(sheet -> fill(line.team(), sheet));
        journeys.add(journey);
    }

    private void reportMissing(Table.Line line, List<Row> children) {
        var episodes = new MissingEpisodes(plan, line, children, dice("missing", line));
        missing.put(line.team(), episodes.children());
        fill(line.team(), episodes.sheet());
    }

    private void accompany(Table.Line line) {
        var reports = new OtherReports(plan, dice("leaving care", line));
        fill(line.team(), reports.careLeavers(line, staff.otherStaff(line.team()), ids));
    }

    private void superviseEveryTeam() {
        for (Team team : List.copyOf(sheets.keySet())) {
            var people = new ArrayList<>(staff.socialWorkers(team));
            if (team == Team.LEAVING_CARE_NORTH || team == Team.LEAVING_CARE_WEST) {
                people.addAll(staff.otherStaff(team));
            }
            fill(team, new OtherReports(plan, dice("supervision " + team.title())).supervision(people));
        }
    }

    List<SampleReturn> returns() {
        return returns;
    }

    /** One return for each cover; where a team sends two, the first one is still without its corrections. */
    private List<SampleReturn> coverEach() {
        var covered = new ArrayList<SampleReturn>();
        for (Cover cover : plan.covers()) {
            List<DataSheet> filled = sheets.getOrDefault(cover.team(), List.of());
            if (cover.has(Habit.MISTAKES)) {
                filled = new Mistakes(plan, ids).addTo(filled);
            }
            if (isCorrectedLater(cover)) {
                filled = new FirstAttempt(ids).of(filled);
            }
            covered.add(new SampleReturn(plan.period(), cover, type(cover), inVersion(cover, filled)));
        }
        return List.copyOf(covered);
    }

    /** An older template has neither the sheets nor the columns that came later. */
    private static List<DataSheet> inVersion(Cover cover, List<DataSheet> sheets) {
        int version = Integer.parseInt(cover.templateVersion());
        return sheets.stream()
                .filter(sheet -> sheet.layout().since() <= version)
                .map(sheet -> new DataSheet(sheet.layout().inVersion(version), sheet.rows()))
                .toList();
    }

    private boolean isCorrectedLater(Cover cover) {
        return plan.covers().stream()
                .anyMatch(other ->
                        other.team() == cover.team() && other.preparedOn().isAfter(cover.preparedOn()));
    }

    private static String type(Cover cover) {
        boolean byId = HouseStyle.of(cover.team()).variant() > 0;
        return switch (cover.team()) {
            case WORKFORCE -> byId ? "workforce" : "Workforce return";
            case FINANCE -> byId ? "finance" : "Finance return";
            default -> byId ? "team-performance" : "Team performance return";
        };
    }

    MonthPlan plan() {
        return plan;
    }

    /** Children whose 28th day in care was between 1 April and the end of the month. */
    BigDecimal assessmentsDue() {
        return BigDecimal.valueOf(
                journeys.stream().mapToInt(CareJourneys::assessmentsDue).sum());
    }

    /** Those of them with an initial health assessment by that day. */
    BigDecimal assessmentsInTime() {
        return BigDecimal.valueOf(
                journeys.stream().mapToInt(CareJourneys::assessmentsInTime).sum());
    }

    /** Cases held by social workers, over all teams. */
    BigDecimal casesHeld() {
        return BigDecimal.valueOf(staff.people().stream().mapToInt(this::cases).sum());
    }

    /** Full-time equivalents of the social workers who hold at least one case. */
    BigDecimal workersWithCases() {
        return staff.people().stream()
                .filter(person -> cases(person) > 0)
                .map(Person::fte)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int cases(Person person) {
        Caseload caseload = caseloads.get(person.team());
        return caseload == null ? 0 : caseload.cases(person);
    }
}
