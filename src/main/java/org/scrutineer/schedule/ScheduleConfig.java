package org.scrutineer.schedule;

import java.time.Clock;
import org.scrutineer.locks.Locks;
import org.scrutineer.schedule.ScheduleProperties.MissedNights;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
@EnableConfigurationProperties(ScheduleProperties.class)
class ScheduleConfig {

    @Bean
    DailyJob nights(
            Night night,
            ScheduleProperties settings,
            JobDays days,
            Locks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new DailyJob(
                Night.JOB,
                new Timetable(settings.night(), settings.zone()),
                settings.grace(),
                settings.missedNights() == MissedNights.CATCH_UP,
                night,
                days,
                locks,
                new TransactionTemplate(transactions),
                clock);
    }

    /** Reminders that were missed are made up for, as each says what stands on the day. */
    @Bean
    DailyJob reminding(
            Reminders reminders,
            ScheduleProperties settings,
            JobDays days,
            Locks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new DailyJob(
                Reminders.JOB,
                new Timetable(settings.reminders(), settings.zone()),
                settings.grace(),
                true,
                reminders,
                days,
                locks,
                new TransactionTemplate(transactions),
                clock);
    }
}
