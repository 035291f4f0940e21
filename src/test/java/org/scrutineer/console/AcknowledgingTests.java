package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.schedule.Acknowledgements;
import org.springframework.context.ConfigurableApplicationContext;

class AcknowledgingTests {

    private static final String SAMPLE = "2018-12/FRT1 Dec 18.xlsx";

    @TempDir
    Path folder;

    private static ConfigurableApplicationContext open(Installation installation) throws IOException {
        return new Workplace(
                        Scrutineer.class,
                        () -> "scheduler",
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(System.err, true))
                .open();
    }

    private static List<String> told(Outbox outbox) {
        return outbox.all().stream()
                .map(Delivery::message)
                .filter(message -> message.kind().equals("arrival"))
                .map(message -> message.lines().get(0).text())
                .toList();
    }

    @Test
    void aFileIsAcknowledgedOnceAndTheRunThatComesLeavesWhatItWouldHaveLeftWithout() throws IOException {
        Installation installation = Installation.withoutFigures(folder).receiving(SAMPLE);
        Path answer = installation
                .output()
                .resolve("teams/first-response-1/2018-12/on-arrival/FRT1 Dec 18 - what to correct.xlsx");
        try (ConfigurableApplicationContext context = open(installation)) {
            Acknowledgements acknowledgements = context.getBean(Acknowledgements.class);
            acknowledgements.look();
            acknowledgements.look();

            assertThat(told(context.getBean(Outbox.class)))
                    .containsExactly(
                            "The file FRT1 Dec 18.xlsx from First Response Team 1 for December 2018 arrived and can"
                                    + " be counted; things to correct or confirm: 1. The answer is"
                                    + " first-response-1/2018-12/on-arrival/FRT1 Dec 18 - what to correct.xlsx.");
            assertThat(context.getBean(Runs.class).all()).isEmpty();
            assertThat(answer).exists();
        }

        assertThat(installation.command("run").exitCode()).isZero();

        assertThat(answer).doesNotExist();
        assertThat(Installation.files(installation.output().resolve("teams")))
                .containsExactlyEntriesOf(
                        Installation.files(Installation.afterRunWithoutFiguresOf(folder.resolve("without"), SAMPLE)
                                .output()
                                .resolve("teams")));
        assertThat(installation.output().resolve("internal/status.html"))
                .content()
                .contains("<caption>Returns for December 2018</caption>")
                .contains("1 of 15 expected returns received.");
    }
}
