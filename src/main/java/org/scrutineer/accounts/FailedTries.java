package org.scrutineer.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tries to sign in that failed, counted by account and by address of the network, also across starts of the program. */
@Repository
class FailedTries {

    private final JdbcClient jdbc;
    private final AccountsProperties settings;
    private final Clock clock;

    FailedTries(JdbcClient jdbc, AccountsProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there were so many for an account, or from an address, that no other is looked at for now. */
    boolean block(String account, String address) {
        return blockFrom(address) || of(account) >= settings.triesPerAccount();
    }

    /** The same where it is not known for which account. */
    boolean blockFrom(String address) {
        jdbc.sql("delete from failed_sign_in where failed_at <= ?")
                .param(utc(clock.instant().minus(settings.window())))
                .update();
        return count("address", address) >= settings.triesPerAddress();
    }

    /** @return whether it is the one from which on the account is blocked */
    boolean add(String account, String address) {
        jdbc.sql("insert into failed_sign_in (account_hash, address, failed_at) values (?, ?, ?)")
                .params(Secrets.hash(account), address, utc(clock.instant()))
                .update();
        return of(account) == settings.triesPerAccount();
    }

    void forget(String account) {
        jdbc.sql("delete from failed_sign_in where account_hash = ?")
                .param(Secrets.hash(account))
                .update();
    }

    private long of(String account) {
        return count("account_hash", Secrets.hash(account));
    }

    private long count(String column, String value) {
        return jdbc.sql("select count(*) from failed_sign_in where " + column + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
