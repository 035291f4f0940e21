package org.scrutineer.schedule;

import java.time.Clock;
import org.scrutineer.Scrutineer;
import org.scrutineer.locks.TestClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The program by a clock that a test sets. */
@Import(Scrutineer.class)
public class ClockedApplication {

    static final TestClock CLOCK = new TestClock("2019-01-07T09:00:00");

    @Bean
    @Primary
    Clock simulatedClock() {
        return CLOCK;
    }
}
