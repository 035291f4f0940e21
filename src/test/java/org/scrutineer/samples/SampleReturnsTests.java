package org.scrutineer.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;

class SampleReturnsTests {

    private static final Path INPUT = Path.of("input");

    @Test
    @Tag("long")
    void theWorkbooksInTheInputFolderAreThoseTheGeneratorWrites() throws IOException {
        Map<String, byte[]> generated = SampleReturns.files();

        assertThat(committed()).containsExactlyInAnyOrderElementsOf(generated.keySet());
        for (Map.Entry<String, byte[]> file : generated.entrySet()) {
            Map<String, byte[]> parts = FixedZip.parts(Files.readAllBytes(INPUT.resolve(file.getKey())));
            Map<String, byte[]> wanted = FixedZip.parts(file.getValue());
            assertThat(parts).as(file.getKey()).containsOnlyKeys(wanted.keySet());
            wanted.forEach((name, bytes) -> assertThat(parts.get(name))
                    .as("%s in %s; run SampleReturns input", name, file.getKey())
                    .isEqualTo(bytes));
        }
    }

    @Test
    void thePlansGiveThePublishedFiguresOfDecember2018() {
        assertThat(expected(ReportingPeriod.of(2018, 12)))
                .contains(
                        "AS01 month 260 / 400",
                        "AS02 snapshot 1024",
                        "AS04 snapshot 192",
                        "CN02 snapshot 315 / 900",
                        "CP06 snapshot 236 / 400",
                        "WF05 snapshot 4",
                        "WF13 snapshot 72 / 400",
                        "WF14 snapshot 1",
                        "WF15 snapshot 328",
                        "WF19 snapshot 100 / 400",
                        "WF20 snapshot 92 / 400",
                        "WF21 snapshot 136 / 400",
                        "WF01 snapshot 172 / 400",
                        "WF02 snapshot 100 / 328");
    }

    @Test
    void thePlansGiveThePublishedFiguresOfDecember2021() {
        assertThat(expected(ReportingPeriod.of(2021, 12)))
                .contains(
                        "WF16 snapshot 528",
                        "WF17 snapshot 380",
                        "WF13 snapshot 118.8 / 528",
                        "WF01 snapshot 148 / 528",
                        "WF02 snapshot 75.6 / 455.6",
                        "WF22 rolling-12-months 90 / 600",
                        "WF18 rolling-12-months 48",
                        "WF10 rolling-12-months 47",
                        "WF09 rolling-12-months -10.8",
                        "WF09 rolling-3-months 5.6");
    }

    private static Stream<String> expected(ReportingPeriod period) {
        return ExpectedFigures.of(period).stream().map(SampleReturnsTests::inWords);
    }

    private static String inWords(ExpectedFigure figure) {
        String start = figure.indicator() + " " + figure.timing() + " " + plain(figure.numerator());
        return figure.denominator() == null ? start : start + " / " + plain(figure.denominator());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Excel's lock files beside an open workbook are not returns. */
    private static Stream<String> committed() throws IOException {
        try (Stream<Path> files = Files.walk(INPUT)) {
            return files
                    .filter(file -> file.toString().endsWith(".xlsx"))
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .filter(file -> file.getParent().getFileName().toString().matches("2018-12|2021-12"))
                    .map(file -> INPUT.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }
}
