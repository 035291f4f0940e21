package org.scrutineer.commentary;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.templates.Templates;
import org.springframework.stereotype.Component;

/** Writes the returns in which roles are asked to explain their figures. */
@Component
public class CommentaryRequests {

    private final Catalogue catalogue;
    private final FiguresInQuestion figures;

    CommentaryRequests(Catalogue catalogue, FiguresInQuestion figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** The return type in which explanations are given; none where the catalogue has no such. */
    public Optional<ReturnType> type() {
        return catalogue.returnTypes().stream()
                .filter(type ->
                        type.datasets().stream().anyMatch(dataset -> dataset.purpose() == Dataset.Purpose.COMMENTARY))
                .findFirst();
    }

    /**
     * Writes the return a role is to send for a run: a row for each of its figures in question, with what it has said of
     * this figure already, and beside it what it said of an earlier one.
     *
     * @param file where it is put
     * @return empty, and nothing is written, where none of its figures is in question
     */
    public Optional<Templates.Result> write(Role role, int run, ReportingPeriod period, Path file) throws IOException {
        List<FigureInQuestion> asked = figures.of(run, period).stream()
                .filter(figure -> figure.role().equals(role.id()))
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(write(role, period, asked, file));
    }

    Templates.Result write(Role role, ReportingPeriod period, List<FigureInQuestion> asked, Path file)
            throws IOException {
        ReturnType type = type().orElseThrow();
        List<Map<String, String>> rows =
                asked.stream().map(CommentaryRequests::row).toList();
        Map<String, List<Map<String, String>>> byDataset = new LinkedHashMap<>();
        catalogue.datasets(Dataset.Purpose.COMMENTARY).forEach(dataset -> byDataset.put(dataset.id(), rows));
        return new Templates(catalogue).write(type, role, period, byDataset, file);
    }

    /**
     * Writes the return with which a role sends what it has said, to be sent as it is.
     *
     * @param said in the order in which it stands in the return
     * @param inQuestion the figures that are to be explained, which the others are told from
     * @param preparedBy who filled it in
     * @param file where it is put, where nothing is yet
     */
    void send(
            Role role,
            ReportingPeriod period,
            List<Explanation> said,
            List<FigureInQuestion> inQuestion,
            String preparedBy,
            LocalDate preparedOn,
            Path file)
            throws IOException {
        List<Map<String, String>> rows = said.stream()
                .map(one -> inQuestion.stream()
                        .filter(figure -> figure.indicator().id().equals(one.indicator()))
                        .findFirst()
                        .map(figure -> withWords(row(figure), one))
                        .orElseGet(() -> withWords(new LinkedHashMap<>(), one)))
                .toList();
        Map<String, List<Map<String, String>>> byDataset = new LinkedHashMap<>();
        catalogue.datasets(Dataset.Purpose.COMMENTARY).forEach(dataset -> byDataset.put(dataset.id(), rows));
        Templates.Result written = new Templates(catalogue)
                .write(type().orElseThrow(), role, period, byDataset, preparedBy, preparedOn, file);
        if (written.outcome() != Templates.Outcome.WRITTEN) {
            throw new IllegalStateException(file + " is there already");
        }
    }

    private static Map<String, String> withWords(Map<String, String> row, Explanation said) {
        row.put("indicator", said.indicator());
        row.put("figure", said.figure());
        words(row, said);
        return row;
    }

    private static Map<String, String> row(FigureInQuestion figure) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("indicator", figure.indicator().id());
        row.put("name", figure.indicator().name());
        row.put("figure", figure.printed());
        row.put("rating", figure.ratingReason());
        row.put("direction", figure.trend().map(trend -> trend.sentence()).orElse(""));
        row.put("said_before", figure.stale().map(CommentaryRequests::said).orElse(""));
        figure.explanation().ifPresent(said -> words(row, said));
        return row;
    }

    private static void words(Map<String, String> row, Explanation said) {
        put(row, "why", said.why());
        put(row, "action", said.action());
        put(row, "by_whom", said.byWhom());
        put(row, "by_when", said.byWhen());
        Optional.ofNullable(said.onTarget()).ifPresent(month -> row.put("on_target", month.title()));
    }

    private static void put(Map<String, String> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value.toString());
        }
    }

    private static String said(Explanation old) {
        return "Of " + old.figure() + ": " + old.why() + (old.action() == null ? "" : " Action: " + old.action());
    }
}
