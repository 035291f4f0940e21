package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueWithAnyMistakeTests {

    private static final int MISTAKES = Integer.getInteger("mistakes", 50);
    private static final List<String> STRAY = List.of(
            "", " ", "\t", "\"", "'", "[", "]", "{", "}", ":", "- ", "#", "&a", "*a", "!", "|", "?", "null", "1", "x",
            "\n", "%", "@", ",", ";", "~", "<<: ", "é", "\u0000");

    /** No mistake in a file ends in an exception, and none is told in a parser's words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation.yaml",
                "calendar.yaml",
                "codes.yaml",
                "views.yaml",
                "returns/visits.yaml",
                "indicators/visits.yaml",
                "targets.csv",
                "publications/board.yaml",
                "benchmarks/areas.yaml",
                "benchmarks/neighbours.csv",
                "benchmarks/visits.yaml",
                "benchmarks/visits.csv",
                "benchmarks/population.yaml",
                "benchmarks/population.csv",
                "benchmarks/values.csv"
            })
    void isToldInPlainWords(String file) {
        var random = new Random(file.hashCode());
        for (int i = 0; i < MISTAKES; i++) {
            String text = mistaken(aCatalogue().withPublished().text(file), random);

            List<String> problems =
                    aCatalogue().withPublished().with(file, text).problems();

            assertThat(problems)
                    .as(text)
                    .allSatisfy(sentence -> assertThat(sentence)
                            .matches("(?s)[a-z/.]+(, line [0-9]+)?: (found \".*\"; )?expected .{5,}[.?]")
                            .doesNotContainIgnoringCase(
                                    "scalar",
                                    "mapping",
                                    "token",
                                    "additionalProp",
                                    "null\"; null",
                                    "schema",
                                    "exception",
                                    " stream",
                                    "object",
                                    "array",
                                    "boolean"));
        }
    }

    private static String mistaken(String text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> {
                String stray = STRAY.get(random.nextInt(STRAY.size()));
                return text.substring(0, at) + stray + text.substring(Math.min(text.length(), at + random.nextInt(3)));
            }
            case 1 -> {
                List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
                lines.remove(random.nextInt(lines.size()));
                return String.join("\n", lines);
            }
            case 2 -> {
                String[] lines = text.split("\n", -1);
                int line = random.nextInt(lines.length);
                lines[line] = lines[line].replaceFirst(
                        ": .*",
                        ": "
                                + List.of("", "{}", "[]", "[[]]", "{a: b}", "5", "true", "~")
                                        .get(random.nextInt(8)));
                return String.join("\n", lines);
            }
            default -> {
                return text.substring(0, at);
            }
        }
    }
}
