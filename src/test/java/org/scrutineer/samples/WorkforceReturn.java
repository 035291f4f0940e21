package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workforce return: who is in post, which posts there are, and who came and went. */
final class WorkforceReturn {

    private final Staff staff;
    private final Movements movements;
    private final Map<Team, Caseload> caseloads;
    private final Dice dice;

    WorkforceReturn(Staff staff, Movements movements, Map<Team, Caseload> caseloads, Dice dice) {
        this.staff = staff;
        this.movements = movements;
        this.caseloads = caseloads;
        this.dice = dice;
    }

    List<DataSheet> sheets() {
        return List.of(
                new DataSheet(
                        WorkforceLayouts.WORKERS,
                        staff.people().stream().map(this::worker).toList()),
                new DataSheet(
                        WorkforceLayouts.POSTS,
                        staff.posts().stream().map(WorkforceReturn::post).toList()),
                new DataSheet(WorkforceLayouts.MOVEMENTS, dice.shuffled(movements.rows())));
    }

    private Row worker(Person person) {
        Caseload caseload = caseloads.get(person.team());
        return Row.row()
                .text("worker", person.id())
                .text("works_in", person.team().title())
                .answer("social_worker", person.socialWorker())
                .code("contract", person.agency() ? "AGENCY" : "PERMANENT")
                .code("stage", person.stage())
                .code("covers", person.covers())
                .number("fte", person.fte())
                .number("cases", person.socialWorker() ? cases(caseload, person) : null)
                .number("days_lost", daysLost(person))
                .day("started", person.started());
    }

    private static BigDecimal cases(@Nullable Caseload caseload, Person person) {
        return BigDecimal.valueOf(caseload == null ? 0 : caseload.cases(person));
    }

    private BigDecimal daysLost(Person person) {
        int halfDays =
                person.agency() || dice.chance(40) ? 0 : dice.chance(8) ? dice.between(60, 240) : dice.between(1, 28);
        return BigDecimal.valueOf(halfDays).multiply(new BigDecimal("0.5"));
    }

    private static Row post(Post post) {
        return Row.row()
                .text("post", post.number())
                .text("belongs_to", post.team().title())
                .answer("social_work", post.socialWork())
                .number("fte", post.kind().established())
                .number("permanent_fte", post.kind().permanent())
                .number("agency_fte", post.kind().agency())
                .code("holder", post.kind().holder());
    }
}
