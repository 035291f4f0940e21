package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

/** Settings the program cannot start with are told by name, and nothing is done. */
class WrongSettingTests {

    @TempDir
    Path folder;

    @Test
    void aValueThatIsNoneOfItsKindIsNamed() {
        Installation.Answer answer = statusWith("schedule.grace", "soon");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
        assertThat(answer.err())
                .isEqualTo("The setting schedule.grace is \"soon\" (\"schedule.grace\" from property source"
                        + " \"systemProperties\"), which it cannot be; config/application.yaml says what it may be."
                        + " Nothing was done.\n");
    }

    @Test
    void aTimeThatIsNoneIsToldWithWhatIsExpected() {
        Installation.Answer answer = statusWith("schedule.night", "half past two");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
        assertThat(answer.err())
                .isEqualTo(
                        "The setting schedule.night is \"half past two\"; expected six fields that say a time of some"
                                + " days: second, minute, hour, day of the month, month, day of the week, e.g. 0 30 2 * * * for"
                                + " half past two every night. Put it right in config/application.yaml.\n");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThat(WrongSetting.in(new ApplicationContextException("not started", new PortInUseException(8080))))
                .hasValue("Port 8080 is in use, perhaps by another serve. Stop that, or set server.port in"
                        + " config/application.yaml to a port that is free. Nothing was done.");
    }

    private Installation.Answer statusWith(String setting, String value) {
        System.setProperty(setting, value);
        try {
            return Installation.withoutFigures(folder).command("status");
        } finally {
            System.clearProperty(setting);
        }
    }
}
