package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sums over the planned social work posts, in full-time equivalents unless said otherwise. */
final class EstablishmentPlan {

    private final Table posts;

    EstablishmentPlan(MonthPlan plan) {
        this.posts = plan.posts();
    }

    BigDecimal established() {
        return sum(PostKind::established);
    }

    BigDecimal permanent() {
        return sum(PostKind::permanent);
    }

    BigDecimal covered() {
        return sum(PostKind::agency);
    }

    BigDecimal uncovered() {
        return established().subtract(permanent()).subtract(covered());
    }

    BigDecimal withoutPermanentHolder() {
        return established().subtract(permanent());
    }

    BigDecimal agency() {
        return covered().add(posts.sum("above")).add(posts.sum("above-06").multiply(new BigDecimal("0.6")));
    }

    /** How many people work as social workers, of whatever contract and hours. */
    BigDecimal people() {
        BigDecimal permanent = sum(kind -> BigDecimal.valueOf(kind.permanent().signum()));
        BigDecimal agency = sum(kind -> BigDecimal.valueOf(kind.agency().signum()));
        return permanent.add(agency).add(posts.sum("above")).add(posts.sum("above-06"));
    }

    BigDecimal posts(PostKind kind) {
        return posts.sum(kind.column());
    }

    BigDecimal teamsWithoutPermanentWorker() {
        return BigDecimal.valueOf(posts.lines().stream()
                .filter(line -> Stream.of(PostKind.values())
                        .noneMatch(kind -> kind.permanent().signum() > 0 && line.number(kind.column()) > 0))
                .count());
    }

    private BigDecimal sum(Function<PostKind, BigDecimal> share) {
        return Stream.of(PostKind.values())
                .map(kind -> posts.sum(kind.column()).multiply(share.apply(kind)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
