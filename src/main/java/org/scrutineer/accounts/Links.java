package org.scrutineer.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which accounts are set up, each once. */
@Repository
class Links {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final AccountsProperties settings;
    private final Clock clock;

    Links(JdbcClient jdbc, Secrets secrets, AccountsProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A link that works.
     *
     * @param account null for the first administrator's
     * @param codeSecret what one-time codes are to be made from
     */
    record Kept(String hash, @Nullable String account, byte[] codeSecret, Instant endsAt) {}

    /**
     * Makes one; those before it stop working.
     *
     * @param account null for the first administrator's
     * @return its token
     */
    String make(@Nullable String account) {
        delete(account);
        String token = secrets.token();
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        jdbc.sql("insert into account_link (token_hash, account, code_secret, made_at, ends_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(hash)
                .param(account)
                .params(
                        secrets.encrypted(secrets.bytes(OneTimeCodes.SECRET_BYTES), hash),
                        utc(now),
                        utc(now.plus(settings.linkLasts())))
                .update();
        return token;
    }

    /** Empty where it has been used, was replaced, or has ended. */
    Optional<Kept> find(String token) {
        String hash = Secrets.hash(token);
        return jdbc.sql("select account, code_secret, ends_at from account_link where token_hash = ? and ends_at > ?")
                .params(hash, utc(clock.instant()))
                .query((row, number) -> new Kept(
                        hash,
                        row.getString("account"),
                        secrets.decrypted(row.getString("code_secret"), hash),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @return whether nobody was faster */
    boolean use(Kept link) {
        return jdbc.sql("delete from account_link where token_hash = ?")
                        .param(link.hash())
                        .update()
                == 1;
    }

    /** @param account null for the first administrator's */
    void delete(@Nullable String account) {
        if (account == null) {
            jdbc.sql("delete from account_link where account is null").update();
        } else {
            jdbc.sql("delete from account_link where account = ?")
                    .param(account)
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
