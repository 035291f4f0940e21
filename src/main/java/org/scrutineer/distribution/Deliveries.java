package org.scrutineer.distribution;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.Delivery.State;
import org.scrutineer.distribution.Message.About;
import org.scrutineer.distribution.Message.Attachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's mails. */
@Repository
class Deliveries {

    private static final String SELECT = "select id, message_key, message_id, kind, run, audience, recipient,"
            + " recipient_name, address, subject, body, state, attempts, queued_at, next_attempt_at, said from delivery ";

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a message that is to be sent at once; nothing where one with its key is there. */
    boolean add(Message message, String messageId, Instant now) {
        About about = message.about();
        int added = jdbc.sql("insert into delivery (message_key, message_id, kind, run, audience, recipient,"
                        + " recipient_name, address, subject, body, state, attempts, queued_at, next_attempt_at)"
                        + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?"
                        + " where not exists (select 1 from delivery d where d.message_key = ?)")
                .params(message.key(), messageId, message.kind())
                .param(about == null ? null : (Object) about.run())
                .param(about == null ? null : about.audience())
                .params(
                        message.recipient().id(),
                        message.recipient().name(),
                        message.recipient().address(),
                        message.subject(),
                        MailBody.json(message.lines()),
                        State.PENDING.id(),
                        utc(now),
                        utc(now),
                        message.key())
                .update();
        if (added == 1) {
            long id = jdbc.sql("select id from delivery where message_key = ?")
                    .param(message.key())
                    .query(Long.class)
                    .single();
            int place = 0;
            for (Attachment attachment : message.attachments()) {
                jdbc.sql("insert into delivery_attachment (delivery, place_in_order, file_name, sha256)"
                                + " values (?, ?, ?, ?)")
                        .params(id, place++, attachment.file().toString(), attachment.sha256())
                        .update();
            }
        }
        return added == 1;
    }

    /** All of them, in the order they were queued. */
    List<Delivery> all() {
        return read("order by id", List.of());
    }

    Optional<Delivery> find(long id) {
        return read("where id = ?", List.of(id)).stream().findFirst();
    }

    List<Delivery> in(State state) {
        return read("where state = ? order by id", List.of(state.id()));
    }

    List<Delivery> about(About about) {
        return read("where run = ? and audience = ? order by id", List.of(about.run(), about.audience()));
    }

    /** Those whose time has come, oldest first. */
    List<Delivery> due(Instant now) {
        return read("where state = ? and next_attempt_at <= ? order by id", List.of(State.PENDING.id(), utc(now)));
    }

    /** Marks one as being sent, unless somebody else has. */
    boolean claim(long id, String route) {
        return jdbc.sql("update delivery set state = ?, attempts = attempts + 1, route = ?, next_attempt_at = null"
                                + " where id = ? and state = ?")
                        .params(State.SENDING.id(), route, id, State.PENDING.id())
                        .update()
                == 1;
    }

    /** By which route one was being sent when it was cut off. */
    String route(long id) {
        return jdbc.sql("select route from delivery where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Says how an attempt ended. */
    void ended(long id, State state, Instant now, String said) {
        jdbc.sql("update delivery set state = ?, ended_at = ?, next_attempt_at = null, said = ? where id = ?")
                .params(state.id(), utc(now), said, id)
                .update();
    }

    /** Has one sent again, at its time. */
    void pend(long id, Instant next, String said) {
        jdbc.sql("update delivery set state = ?, ended_at = null, next_attempt_at = ?, said = ? where id = ?")
                .params(State.PENDING.id(), utc(next), said, id)
                .update();
    }

    private List<Delivery> read(String which, List<Object> values) {
        Map<Long, List<Attachment>> attachments = new HashMap<>();
        jdbc.sql(
                        "select delivery, file_name, sha256 from delivery_attachment where delivery in (select id from delivery "
                                + which.replaceAll("order by .*", "") + ") order by delivery, place_in_order")
                .params(values)
                .query(row -> {
                    attachments
                            .computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                            .add(new Attachment(Path.of(row.getString(2)), row.getString(3)));
                });
        return jdbc.sql(SELECT + which)
                .params(values)
                .query((row, number) -> delivery(row, attachments.getOrDefault(row.getLong(1), List.of())))
                .list();
    }

    private static Delivery delivery(ResultSet row, List<Attachment> attachments) throws SQLException {
        String audience = row.getString(6);
        String said = row.getString(16);
        return new Delivery(
                row.getLong(1),
                row.getString(3),
                new Message(
                        row.getString(2),
                        row.getString(4),
                        audience == null ? null : new About(row.getInt(5), audience),
                        new Recipient(row.getString(7), row.getString(8), row.getString(9)),
                        row.getString(10),
                        MailBody.read(row.getString(11)),
                        attachments),
                State.of(row.getString(12)),
                row.getInt(13),
                instant(row, 14).orElseThrow(),
                instant(row, 15),
                said == null ? "" : said);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
