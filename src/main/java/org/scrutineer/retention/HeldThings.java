package org.scrutineer.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.backup.Backups;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.RetentionRule.Event;
import org.scrutineer.catalogue.RetentionRule.What;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that rules may be about, as ledger and folders have it now. */
@Component
class HeldThings {

    /** A day is a day in the United Kingdom, wherever the machine stands. */
    static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final JdbcClient jdbc;
    private final TeamAnswers answers;
    private final Backups backups;
    private final RetentionProperties folders;

    HeldThings(JdbcClient jdbc, TeamAnswers answers, Backups backups, RetentionProperties folders) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.backups = backups;
        this.folders = folders;
    }

    /** Returns first, then what is kept of them and beside them. */
    List<Held> all() throws IOException {
        List<KeptReturn> returns = returns();
        var held = new ArrayList<Held>();
        returns.forEach(one -> held.add(one.whole()));
        returns.stream().filter(KeptReturn::quoted).forEach(one -> held.add(one.part(What.QUOTED_TEXT)));
        returns.stream()
                .filter(one -> answers.answersTo(one.id()).stream().anyMatch(HeldThings::isFile))
                .forEach(one -> held.add(one.part(What.TEAM_FILES)));
        held.addAll(uploadsWithoutAReturn());
        held.addAll(explanations());
        held.addAll(internalData());
        held.addAll(mails());
        held.addAll(backups());
        held.addAll(input());
        return held;
    }

    /**
     * A file that was received and has its verdict, or gets none any more.
     *
     * @param period null where nobody can tell the return of it
     * @param newer when the return was received that took its place
     * @param quoted whether cells of it are quoted in the ledger
     */
    private record KeptReturn(
            long id,
            String hash,
            String name,
            LocalDate received,
            @Nullable String type,
            @Nullable ReportingPeriod period,
            Verdict verdict,
            @Nullable LocalDate newer,
            boolean quoted) {

        Held whole() {
            What what = verdict == Verdict.REFUSED
                    ? What.REFUSED_RETURNS
                    : newer != null ? What.SUPERSEDED_RETURNS : What.RETURNS;
            return new Held(what, hash, name, id, type, what == What.RETURNS ? period : null, since());
        }

        Held part(What what) {
            return new Held(what, hash, name, id, type, null, since());
        }

        private Map<Event, LocalDate> since() {
            var since = new EnumMap<Event, LocalDate>(Event.class);
            since.put(Event.RECEIVED, received);
            if (period != null) {
                since.put(Event.PERIOD_END, period.lastDay());
            }
            if (newer != null) {
                since.put(Event.SUPERSEDED, newer);
            }
            return since;
        }
    }

    private List<KeptReturn> returns() {
        return jdbc.sql("select s.id, s.file_hash, f.name, f.received_at, s.return_type, s.period, s.verdict,"
                        + " nf.received_at,"
                        + " case when exists (select 1 from finding d where d.submission = s.id and d.found is not null)"
                        + " or exists (select 1 from unasked_change u where u.submission = s.id)"
                        + " or exists (select 1 from answer a where a.submission = s.id) then 1 else 0 end"
                        + " from submission s join received_file f on f.hash = s.file_hash"
                        + " left join submission n on n.id = s.superseded_by"
                        + " left join received_file nf on nf.hash = n.file_hash"
                        + " where s.deletion is null and (s.verdict is not null or exists (select 1 from submission o"
                        + " where o.period = s.period and o.deletion is not null and o.superseded_by is null))"
                        + " order by f.name, s.id")
                .query(HeldThings::keptReturn)
                .list();
    }

    private static KeptReturn keptReturn(ResultSet row, int number) throws SQLException {
        OffsetDateTime newer = row.getObject(8, OffsetDateTime.class);
        return new KeptReturn(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                day(row.getObject(4, OffsetDateTime.class).toInstant()),
                row.getString(5),
                Optional.ofNullable(row.getString(6))
                        .flatMap(ReportingPeriod::read)
                        .orElse(null),
                // One that came when its period was run no more has none.
                Optional.ofNullable(row.getString(7)).map(Verdict::of).orElse(Verdict.ACCEPTED),
                newer == null ? null : day(newer.toInstant()),
                row.getInt(9) == 1);
    }

    /**
     * Files that somebody uploaded and that are no return whose deletion takes their names: refused at the door, never
     * read, or sent again after the return was deleted.
     */
    private List<Held> uploadsWithoutAReturn() {
        return jdbc.sql("select u.upload, u.place_in_order, u.name, p.uploaded_at from uploaded_file u"
                        + " join upload p on p.number = u.upload where u.deletion is null and not exists"
                        + " (select 1 from submission s where s.file_hash = u.file_hash and s.deletion is null)"
                        + " order by u.upload, u.place_in_order")
                .query((row, number) -> beside(
                        What.REFUSED_RETURNS,
                        new UploadedFile(row.getLong(1), row.getInt(2)).subject(),
                        row.getString(3) + " (upload " + row.getLong(1) + ")",
                        Map.of(
                                Event.RECEIVED,
                                day(row.getObject(4, OffsetDateTime.class).toInstant()))))
                .list();
    }

    private List<Held> explanations() {
        return jdbc.sql(
                        "select number, period from run where exists (select 1 from explanation e where e.run = number)"
                                + " or exists (select 1 from written_explanation w where w.period = run.period) order by number")
                .query((row, number) -> {
                    ReportingPeriod period =
                            ReportingPeriod.read(row.getString(2)).orElseThrow();
                    return beside(
                            What.EXPLANATIONS,
                            row.getString(1),
                            "run " + row.getString(1) + " of " + period.title(),
                            Map.of(Event.PERIOD_END, period.lastDay()));
                })
                .list();
    }

    private List<Held> internalData() throws IOException {
        var held = new ArrayList<Held>();
        for (Path period : children(folders.internal())) {
            Optional<ReportingPeriod> of =
                    ReportingPeriod.read(period.getFileName().toString());
            if (of.isPresent()) {
                for (Path run : children(period)) {
                    String name = name(folders.internal(), run);
                    held.add(beside(
                            What.INTERNAL_DATA,
                            name,
                            name,
                            Map.of(Event.PERIOD_END, of.get().lastDay())));
                }
            }
        }
        return held;
    }

    private List<Held> mails() throws IOException {
        var held = new ArrayList<Held>();
        for (Path mail : children(folders.outbox())) {
            if (isFile(mail)) {
                String name = name(folders.outbox(), mail);
                held.add(beside(What.OUTBOX, name, name, Map.of(Event.SENT, changed(mail))));
            }
        }
        return held;
    }

    private List<Held> backups() throws IOException {
        var held = new ArrayList<Held>();
        for (Backups.Known backup : backups.all()) {
            held.add(beside(
                    What.BACKUPS,
                    backup.folder().toString(),
                    backup.folder().toString(),
                    Map.of(Event.MADE, day(backup.begunAt()))));
        }
        for (Path copy : backups.ledgersBeforeUpgrades()) {
            held.add(beside(What.BACKUPS, copy.toString(), copy.toString(), Map.of(Event.MADE, changed(copy))));
        }
        return held;
    }

    /** Those files of the drop folder whose bytes are known: received and judged, checked, or an answer to such. */
    private List<Held> input() throws IOException {
        var held = new ArrayList<Held>();
        for (Sighting seen : jdbc.sql("select g.name, g.file_hash, f.received_at from sighting g"
                        + " join received_file f on f.hash = g.file_hash join submission s on s.file_hash = f.hash"
                        + " where s.verdict is not null order by g.name, g.file_hash")
                .query((row, number) -> new Sighting(
                        row.getString(1),
                        row.getString(2),
                        day(row.getObject(3, OffsetDateTime.class).toInstant())))
                .list()) {
            Path file = folders.input().resolve(seen.name()).normalize();
            if (file.startsWith(folders.input())
                    && isFile(file)
                    && Archive.hash(file).equals(seen.hash())) {
                held.add(beside(What.INPUT, seen.name(), seen.name(), Map.of(Event.RECEIVED, seen.received())));
            }
        }
        if (Files.isDirectory(folders.checkFolder())) {
            try (Stream<Path> files = Files.walk(folders.checkFolder())) {
                for (Path file : files.filter(HeldThings::isFile).sorted().toList()) {
                    if (isKnown(Archive.hash(file))) {
                        String name = name(folders.input(), file);
                        held.add(beside(What.INPUT, name, name, Map.of(Event.RECEIVED, changed(file))));
                    }
                }
            }
        }
        return held;
    }

    private record Sighting(String name, String hash, LocalDate received) {}

    /** Whether a file with these bytes was received, checked, or written in answer to a checked one. */
    boolean isKnown(String hash) {
        return jdbc.sql("select (select count(*) from received_file where hash = ?)"
                                + " + (select count(*) from checked_file where hash = ? or answer_hash = ?)")
                        .params(hash, hash, hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Held beside(What what, String subject, String title, Map<Event, LocalDate> since) {
        return new Held(what, subject, title, null, null, null, since);
    }

    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, UNITED_KINGDOM);
    }

    private static LocalDate changed(Path file) throws IOException {
        return day(Files.getLastModifiedTime(file).toInstant());
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
