package org.scrutineer.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Names;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.indicators.FigureRows;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.intake.CellPlace;
import org.scrutineer.intake.CellsAsRead;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Submissions.Checked;
import org.scrutineer.intake.Verdict;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.records.Segment;
import org.scrutineer.trace.CellTrace.Feed;
import org.springframework.stereotype.Component;

/** Follows a cell of a received file to the figures it feeds, or says why it feeds none. */
@Component
public class CellTracer {

    private final Catalogue catalogue;
    private final TracedRuns tracedRuns;
    private final Runs runs;
    private final Submissions submissions;
    private final MatchedColumns matched;
    private final Findings findings;
    private final IndicatorValues values;
    private final CellsAsRead cells;
    private final RecordStore store;
    private final DeletedReturns deleted;

    CellTracer(
            Catalogue catalogue,
            TracedRuns tracedRuns,
            Runs runs,
            Submissions submissions,
            MatchedColumns matched,
            Findings findings,
            IndicatorValues values,
            CellsAsRead cells,
            RecordStore store,
            DeletedReturns deleted) {
        this.deleted = deleted;
        this.catalogue = catalogue;
        this.tracedRuns = tracedRuns;
        this.runs = runs;
        this.submissions = submissions;
        this.matched = matched;
        this.findings = findings;
        this.values = values;
        this.cells = cells;
        this.store = store;
    }

    /** A return and a cell in it. */
    private record Asked(Checked checked, CellPlace place, List<MatchedColumn> columns) {

        Submission submission() {
            return checked.submission();
        }

        int row() {
            return place.row();
        }
    }

    /**
     * Traces a cell into the newest finished run of every period whose figures its return counts for.
     *
     * @param file the name a return was received under, with or without its folder, or its hash or the beginning of it
     * @param cell with its sheet, e.g. {@code Assessments!B7}
     * @param personal whether the value of a personal column is shown
     * @throws NotTraceableException where no such file was received, or this is no cell
     * @throws IOException where a file cannot be read from the disk
     */
    public CellTrace trace(String file, String cell, boolean personal) throws NotTraceableException, IOException {
        CellPlace place = CellPlace.read(cell)
                .orElseThrow(() -> new NotTraceableException(
                        "\"" + cell + "\" is no cell; write it with its sheet, as Assessments!B7."));
        Checked checked = received(file);
        List<MatchedColumn> onSheet = matched.of(checked.submission()).stream()
                .filter(column -> Names.same(column.sheet(), place.sheet()))
                .toList();
        List<MatchedColumn> columns = onSheet.stream()
                .filter(column -> column.cell(place.row()).equals(place.cell()))
                .toList();
        var asked = new Asked(checked, place, columns);
        var feeds = new ArrayList<Feed>();
        var looked = new LinkedHashSet<String>();
        var withheld = new LinkedHashSet<String>();
        List<Run> counting = runs.newestCounting(asked.submission());
        for (Run run : counting) {
            try (TracedRun traced = tracedRuns.open(run)) {
                feeds.addAll(feeds(asked, traced, looked, withheld));
            }
        }
        return new CellTrace(
                asked.submission().fileName(),
                asked.submission().fileHash(),
                place.sheet(),
                place.cell(),
                columns.isEmpty() ? null : read(asked, personal),
                feeds,
                feeds.isEmpty() ? why(asked, onSheet, counting, looked, withheld) : List.of());
    }

    /** Whether a return was received under a name, with or without its folder. */
    public boolean isReceived(String name) {
        return !submissions.named(name).isEmpty();
    }

    private Checked received(String file) throws NotTraceableException {
        List<Checked> found = submissions.named(file);
        if (found.isEmpty()) {
            found = submissions.withHash(file.toLowerCase(Locale.ROOT));
        }
        if (found.size() > 1) {
            throw new NotTraceableException("Several files were received as \"" + file + "\": "
                    + found.stream().map(one -> one.submission().fileName()).collect(Collectors.joining(", "))
                    + ". Give the name with its folder, or the hash.");
        }
        if (found.isEmpty()) {
            for (Submissions.Unrecognised unrecognised : submissions.unrecognised()) {
                if (unrecognised.fileName().equals(file)
                        || unrecognised.fileName().endsWith("/" + file)) {
                    throw new NotTraceableException(
                            "The file was received, but nobody can tell whose return it is, and it"
                                    + " feeds no figure. "
                                    + unrecognised.findings().stream()
                                            .map(Finding::sentence)
                                            .collect(Collectors.joining(" ")));
                }
            }
            throw new NotTraceableException("No return \"" + file + "\" was received."
                    + Names.nearest(file, submissions.fileNames())
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
        Optional<DeletedReturns.Gone> gone = deleted.of(found.get(0).submission());
        if (gone.isPresent()) {
            throw new NotTraceableException("The return " + gone.get().fileName() + " was "
                    + gone.get().words() + ". What was published from it stays as it was; its cells are gone.");
        }
        return found.get(0);
    }

    /** Null where the file holds no such row. */
    private @Nullable CellAsRead read(Asked asked, boolean personal) throws IOException {
        MatchedColumn column = asked.columns().get(0);
        Dataset dataset = dataset(column.dataset());
        var wanted = new CellsAsRead.Wanted(dataset, Set.of(asked.row()), Set.of(column.column()));
        Map<String, CellsAsRead.Read> read = cells.of(asked.submission(), List.of(wanted));
        List<CellAsRead> found =
                Objects.requireNonNull(read.get(dataset.id())).sheetRows().getOrDefault(asked.row(), List.of());
        return found.isEmpty() ? null : PersonalCells.shown(found, personal).get(0);
    }

    private Dataset dataset(String id) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param looked takes the indicators that look at the column, whether the row counts or not
     * @param withheld takes those whose figure is not given
     */
    private List<Feed> feeds(Asked asked, TracedRun run, Set<String> looked, Set<String> withheld) {
        int place = run.counted().indexOf(asked.submission());
        List<IndicatorValue> figures = values.of(run.run().number());
        var feeds = new ArrayList<Feed>();
        for (Timing timing : Timing.values()) {
            for (Indicator indicator : run.catalogue().indicators(run.run().period())) {
                if (!indicator.timings().contains(timing)) {
                    continue;
                }
                Map<String, Set<String>> used = run.store().columns(indicator);
                for (MatchedColumn column : asked.columns()) {
                    if (used.getOrDefault(column.dataset(), Set.of()).contains(column.column())) {
                        looked.add(indicator.id());
                        var origin = new RowOrigin(column.dataset(), place, asked.row());
                        for (FigureRows.PlaceRole role :
                                run.rows().madeOf(origin, indicator, timing).places()) {
                            if (role.role() != Role.NOT_COUNTED) {
                                feed(role, indicator, timing, run, figures, withheld)
                                        .ifPresent(feeds::add);
                            }
                        }
                    }
                }
            }
        }
        List<String> order = run.catalogue().indicators(run.run().period()).stream()
                .map(Indicator::id)
                .toList();
        feeds.sort(Comparator.comparing(
                (Feed feed) -> order.indexOf(feed.indicator().id())));
        return feeds.stream().distinct().toList();
    }

    private static Optional<Feed> feed(
            FigureRows.PlaceRole role,
            Indicator indicator,
            Timing timing,
            TracedRun run,
            List<IndicatorValue> figures,
            Set<String> withheld) {
        Optional<IndicatorValue> figure = figures.stream()
                .filter(value -> value.indicator().equals(indicator.id())
                        && value.timing() == timing
                        && value.organisation().equals(role.organisation())
                        && value.authority().equals(role.authority()))
                .findFirst();
        if (figure.filter(value -> value.outturn() != null).isPresent()) {
            return Optional.empty();
        }
        if (figure.filter(value -> value.numerator() == null && value.denominator() == null)
                .isPresent()) {
            withheld.add(indicator.id());
            return Optional.empty();
        }
        return figure.map(value -> new Feed(
                run.run(),
                indicator,
                timing,
                role.organisation(),
                role.authority(),
                FigureTracer.title(role.organisation(), role.authority(), run.catalogue()),
                role.role()));
    }

    private List<String> why(
            Asked asked, List<MatchedColumn> onSheet, List<Run> counting, Set<String> looked, Set<String> withheld)
            throws IOException {
        Submission submission = asked.submission();
        Verdict verdict = asked.checked().verdict();
        if (verdict == null) {
            return List.of("The return waits to be checked; the next run does so.");
        }
        if (verdict == Verdict.REFUSED || verdict == Verdict.HELD) {
            return List.of(
                    verdict == Verdict.REFUSED
                            ? "The return was refused, and none of it counts: " + blocking(submission)
                            : "The return is held until a person says which of two returns counts: "
                                    + blocking(submission));
        }
        if (asked.checked().superseded()) {
            return List.of("The return counts no more: "
                    + submissions
                            .supersededBy(submission)
                            .map(newer -> newer.fileName() + ", prepared later, has taken its place.")
                            .orElseThrow());
        }
        if (onSheet.isEmpty()) {
            return List.of("Sheet " + asked.place().sheet() + " was not read for rows; those that were are "
                    + matched.of(submission).stream()
                            .map(MatchedColumn::sheet)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ". The sheet Return says whose return it is and for which period, and feeds every figure so.");
        }
        if (asked.columns().isEmpty()) {
            return List.of("The column is not asked for, and was not read. Those that were on this sheet are "
                    + onSheet.stream()
                            .map(column -> column.letters() + " (" + column.header() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        List<String> keptOut = keptOut(asked);
        if (!keptOut.isEmpty()) {
            return keptOut;
        }
        return whyRowDoesNotCount(asked, counting, looked, withheld);
    }

    private List<String> whyRowDoesNotCount(Asked asked, List<Run> counting, Set<String> looked, Set<String> withheld)
            throws IOException {
        MatchedColumn column = asked.columns().get(0);
        Optional<Segment> segment = submissions.segments(asked.submission()).stream()
                .filter(one -> one.dataset().equals(column.dataset()))
                .findFirst();
        if (segment.isEmpty() || !store.hasRow(segment.get(), asked.row())) {
            return List.of("Row " + asked.row() + " holds no record: it is the header or above it, blank, a total, a"
                    + " note, or below the last one.");
        }
        if (counting.isEmpty()) {
            return List.of("No finished run has counted the return yet.");
        }
        if (looked.isEmpty()) {
            return List.of("No indicator uses the column " + column.header() + ".");
        }
        Run run = counting.get(0);
        try (TracedRun traced = tracedRuns.open(run)) {
            int place = traced.counted().indexOf(asked.submission());
            Optional<RowOrigin> counts =
                    traced.records().counting(dataset(column.dataset()), segment.get(), asked.row());
            if (counts.isEmpty()) {
                return List.of("The row is of no event up to the end of "
                        + run.period().title() + ", and is not still open then.");
            }
            RowOrigin other = counts.get();
            if (other.submission() != place || other.row() != asked.row()) {
                Submission newer = traced.counted().get(other.submission());
                return List.of("Another row tells of the same thing and counts instead, as it was told later: "
                        + newer.fileName() + ", row " + other.row() + ".");
            }
        }
        if (!withheld.isEmpty()) {
            return List.of(
                    "The figures it would feed are not given, as too few returns were received or there is nothing"
                            + " to divide by: " + String.join(", ", withheld) + ".");
        }
        return List.of("The row counts, but meets the conditions of none of the indicators that look at the column, for"
                + " the days they are about: " + String.join(", ", looked) + ".");
    }

    private String blocking(Submission submission) {
        return findings.of(submission).stream()
                .limit(1)
                .map(finding -> finding.where() + ": expected " + finding.expected() + ". " + finding.remedy())
                .collect(Collectors.joining());
    }

    /** What was found is left out, as it may be of a person. */
    private List<String> keptOut(Asked asked) {
        return findings.of(asked.submission()).stream()
                .filter(Finding::keepsOut)
                .filter(finding -> finding.places().stream()
                        .anyMatch(place ->
                                Names.same(place.sheet(), asked.place().sheet()) && place.row() == asked.row()))
                .map(finding -> "The row was kept out. " + finding.where() + ": expected " + finding.expected() + ". "
                        + finding.remedy())
                .toList();
    }
}
