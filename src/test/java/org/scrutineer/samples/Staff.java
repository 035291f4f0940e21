package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The establishment and the people in it at the end of the month, made so that the posts of the plan are filled. */
final class Staff {

    private static final List<PostKind> SOCIAL_WORK = List.of(PostKind.values());
    private static final List<PostKind> OTHER_WORK =
            List.of(PostKind.OTHER, PostKind.POST_OF_06, PostKind.POST_OF_05, PostKind.VACANT);

    private final LocalDate end;
    private final Dice dice;
    private final Iterator<String> ids;
    private final List<Post> posts = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    Staff(MonthPlan plan, Dice dice) {
        this.end = plan.period().lastDay();
        this.dice = dice;
        int firstId = plan.period().month().getYear() < 2021 ? 101 : 1101;
        this.ids = dice.shuffled(IntStream.range(firstId, firstId + 900)
                        .mapToObj(number -> "W" + "%04d".formatted(number))
                        .toList())
                .iterator();
        for (Table.Line line : plan.posts().lines()) {
            SOCIAL_WORK.forEach(kind -> fill(line, kind, true));
            hire(line.team(), line.number("above"), BigDecimal.ONE);
            hire(line.team(), line.number("above-06"), new BigDecimal("0.6"));
        }
        for (Table.Line line : plan.otherPosts().lines()) {
            OTHER_WORK.forEach(kind -> fill(line, kind, false));
        }
    }

    private void fill(Table.Line line, PostKind kind, boolean socialWork) {
        for (int i = 0; i < line.number(kind.column()); i++) {
            posts.add(new Post("P" + "%04d".formatted(posts.size() + 1), line.team(), socialWork, kind));
            if (kind.permanent().signum() > 0) {
                String stage = socialWork ? kind.holder() : null;
                people.add(person(line.team(), socialWork, false, stage, null, kind.permanent()));
            }
            if (kind.agency().signum() > 0) {
                people.add(person(line.team(), true, true, null, "POST", kind.agency()));
            }
        }
    }

    /** Agency workers for whom there is no post. */
    private void hire(Team team, int count, BigDecimal fte) {
        for (int i = 0; i < count; i++) {
            people.add(person(team, true, true, null, "ABOVE", fte));
        }
    }

    private Person person(
            Team team,
            boolean socialWorker,
            boolean agency,
            @Nullable String stage,
            @Nullable String covers,
            BigDecimal fte) {
        LocalDate yearStart = end.withDayOfYear(1);
        LocalDate started = agency
                ? dice.workingDay(end.minusMonths(14), end.minusDays(4))
                : "FIRST-YEAR".equals(stage)
                        ? dice.workingDay(yearStart.minusMonths(4), yearStart.minusDays(14))
                        : dice.workingDay(yearStart.minusYears(dice.between(1, 17)), yearStart.minusDays(14));
        return new Person(ids.next(), team, socialWorker, agency, stage, covers, fte, started);
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    List<Person> socialWorkers(Team team) {
        return people.stream()
                .filter(person -> person.team() == team && person.socialWorker())
                .toList();
    }

    List<Person> otherStaff(Team team) {
        return people.stream()
                .filter(person -> person.team() == team && !person.socialWorker())
                .toList();
    }

    /** An identifier that nobody in post has, for somebody who has left. */
    String nextId() {
        return ids.next();
    }

    void replace(Person before, Person after) {
        people.set(people.indexOf(before), after);
    }
}
