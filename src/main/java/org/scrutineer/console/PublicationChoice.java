package org.scrutineer.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Which publications a command is about. */
final class PublicationChoice {

    @Option(names = "--period", paramLabel = "PERIOD", required = true, description = "the period, e.g. 2018-12")
    private String period = "";

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCE",
            description = "this publication alone (all that this account may approve)")
    @Nullable
    private String audience;

    /** @throws WrongCommandException where there is nothing of it */
    ReportingPeriod period(ConfigurableApplicationContext context) {
        return ConsoleCommand.known(period, context);
    }

    Optional<String> audience() {
        return Optional.ofNullable(audience);
    }
}
