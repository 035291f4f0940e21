package org.scrutineer.persons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.backup.BackupException;
import org.scrutineer.backup.Backups;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.persons.HeldAbout.HeldCell;
import org.scrutineer.persons.HeldAbout.ReceivedFile;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Segment;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds all that is held about a person: looks into every cell of every file that was received and is still kept, counted or
 * not, into the ledger, into what went back to teams, and into what else lies in the folders.
 */
@Component
public class PersonSearch {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Archive archive;
    private final Submissions submissions;
    private final MatchedColumns matched;
    private final TeamAnswers answers;
    private final RecordStore store;
    private final SourceWorkbooks workbooks;
    private final Backups backups;
    private final LedgerTexts ledger;
    private final PersonsProperties folders;

    PersonSearch(
            JdbcClient jdbc,
            Catalogue catalogue,
            Archive archive,
            Submissions submissions,
            MatchedColumns matched,
            TeamAnswers answers,
            RecordStore store,
            SourceWorkbooks workbooks,
            Backups backups,
            LedgerTexts ledger,
            PersonsProperties folders) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.archive = archive;
        this.submissions = submissions;
        this.matched = matched;
        this.answers = answers;
        this.store = store;
        this.workbooks = workbooks;
        this.backups = backups;
        this.ledger = ledger;
        this.folders = folders;
    }

    /** A file that was received and is still there. */
    private record Kept(
            long submission,
            String hash,
            String name,
            @Nullable String team,
            @Nullable ReportingPeriod period,
            @Nullable String verdict,
            boolean superseded) {

        String state() {
            return superseded ? "superseded" : verdict == null ? "waiting" : verdict.replace('-', ' ');
        }
    }

    /** @throws IOException where the disk fails */
    public HeldAbout about(PersonNumber number) throws IOException {
        var cells = new CellsWith(number, workbooks);
        var files = new ArrayList<ReceivedFile>();
        var notSearched = new ArrayList<String>();
        for (Kept kept : kept()) {
            try {
                received(kept, cells).ifPresent(files::add);
            } catch (UnreadableWorkbookException e) {
                notSearched.add(kept.name() + ", as received: " + e.sentence());
            }
        }
        var besides = new ArrayList<Path>();
        for (Path folder : List.of(folders.checkFolder(), folders.internal(), folders.outbox())) {
            besides(folder, cells, besides, notSearched);
        }
        return new HeldAbout(files, ledger.with(number), besides, backupsOf(files, notSearched), notSearched);
    }

    private List<Kept> kept() {
        return jdbc.sql(
                        "select s.id, s.file_hash, f.name, s.team, s.period, s.verdict, s.superseded_by from submission s"
                                + " join received_file f on f.hash = s.file_hash where s.deletion is null order by f.name, s.id")
                .query(this::kept)
                .list();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        String team = row.getString(4);
        return new Kept(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                team == null ? null : catalogue.organisation().senderName(team),
                Optional.ofNullable(row.getString(5))
                        .flatMap(ReportingPeriod::read)
                        .orElse(null),
                row.getString(6),
                row.getObject(7) != null);
    }

    private Optional<ReceivedFile> received(Kept kept, CellsWith cells)
            throws UnreadableWorkbookException, IOException {
        List<CellsWith.Found> found = cells.in(archive.file(kept.hash(), kept.name()), kept.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Submission> submission = submissions.withHash(kept.hash()).stream()
                .map(Submissions.Checked::submission)
                .findFirst();
        List<MatchedColumn> columns = submission.map(matched::of).orElse(List.of());
        List<Segment> segments = submission.map(submissions::segments).orElse(List.of());
        return Optional.of(new ReceivedFile(
                kept.name(),
                kept.hash(),
                kept.team(),
                kept.period(),
                kept.state(),
                found.stream().map(one -> cell(one, columns, segments)).toList(),
                runs(kept.submission()),
                copies(kept)));
    }

    private HeldCell cell(CellsWith.Found found, List<MatchedColumn> columns, List<Segment> segments) {
        List<MatchedColumn> ofSheet = columns.stream()
                .filter(column -> column.sheet().equals(found.sheet()))
                .toList();
        Optional<MatchedColumn> read = ofSheet.stream()
                .filter(column -> column.sheetColumn() == found.column())
                .findFirst();
        Set<String> datasets =
                ofSheet.stream().map(MatchedColumn::dataset).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean counts = segments.stream()
                .filter(segment -> datasets.contains(segment.dataset()))
                .anyMatch(segment -> store.hasRow(segment, found.row()));
        return new HeldCell(
                found.sheet(),
                letters(found.column()) + found.row(),
                read.map(column -> column.dataset() + ", " + column.column()).orElse(null),
                found.match(),
                counts);
    }

    /** As Excel names a column: A to Z, then AA. */
    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private List<Integer> runs(long submission) {
        return jdbc.sql("select run from run_input where submission = ? and counts order by run")
                .param(submission)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private List<Path> copies(Kept kept) throws IOException {
        var copies = new ArrayList<Path>();
        for (Path answer : answers.answersTo(kept.submission())) {
            if (isFile(answer)) {
                copies.add(answer);
            }
        }
        for (String name : jdbc.sql("select name from sighting where file_hash = ? order by name")
                .param(kept.hash())
                .query((row, number) -> row.getString(1))
                .list()) {
            Path file = folders.input().resolve(name);
            if (isFile(file) && Archive.hash(file).equals(kept.hash())) {
                copies.add(file);
            }
        }
        return copies;
    }

    private static void besides(Path folder, CellsWith cells, List<Path> besides, List<String> notSearched)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(PersonSearch::isFile).sorted().toList();
        }
        for (Path file : files) {
            try {
                if (cells.isIn(file)) {
                    besides.add(file);
                }
            } catch (UnreadableWorkbookException e) {
                notSearched.add(file + ": " + e.sentence());
            }
        }
    }

    private List<Path> backupsOf(List<ReceivedFile> files, List<String> notSearched) throws IOException {
        Set<String> hashes = files.stream().map(ReceivedFile::sha256).collect(Collectors.toCollection(TreeSet::new));
        var holding = new ArrayList<Path>();
        for (Backups.Known backup : backups.all()) {
            try {
                if (Backups.holdsReceived(backup, hashes)) {
                    holding.add(backup.folder());
                }
            } catch (BackupException notReadable) {
                notSearched.add(String.valueOf(notReadable.getMessage()));
            }
        }
        return holding;
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
