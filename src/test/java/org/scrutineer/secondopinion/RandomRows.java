package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows for the datasets of {@link ThingsCatalogue}, from a seed; every column but the key is now and then blank. */
final class RandomRows {

    private static final LocalDate FIRST = LocalDate.of(2018, 9, 1);

    private final Random random;

    RandomRows(long seed) {
        random = new Random(seed);
    }

    /** @param keys how many different things they may be about */
    String row(int keys) {
        String number = "" + (random.nextInt(9) - 3);
        return Stream.of(
                        "K" + random.nextInt(keys),
                        number,
                        blankOr("" + (random.nextInt(7) - 2)),
                        blankOr(BigDecimal.valueOf(random.nextInt(60_000) - 20_000, random.nextInt(5))
                                .toPlainString()),
                        blankOr(BigDecimal.valueOf(random.nextInt(90_000) - 20_000, 2)
                                .toPlainString()),
                        blankOr(day()),
                        blankOr(day()),
                        blankOr(moment()),
                        blankOr(moment()),
                        blankOr(random.nextBoolean() ? "yes" : "no"),
                        blankOr(one("X", "Y", "Zé")),
                        blankOr(one("x", "Xyz", "ÄB", "a\uD83D\uDE00", "100%", "a_b", "\uFF21")),
                        blankOr(one("NCC", "NO")))
                .collect(Collectors.joining(" | "));
    }

    private String blankOr(String text) {
        return random.nextInt(6) == 0 ? "" : text;
    }

    private String day() {
        return FIRST.plusDays(random.nextInt(160)).toString();
    }

    private String moment() {
        return FIRST.plusDays(random.nextInt(160))
                .atTime(random.nextInt(24), random.nextInt(60))
                .toString();
    }

    private String one(String... texts) {
        return List.of(texts).get(random.nextInt(texts.length));
    }
}
