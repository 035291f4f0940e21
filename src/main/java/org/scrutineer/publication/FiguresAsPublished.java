package org.scrutineer.publication;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.indicators.Rating;
import org.scrutineer.trends.Variation;
import org.springframework.stereotype.Component;

/** A run's figures as they were published: read from the files themselves, so that nothing is worked out once more. */
@Component
public class FiguresAsPublished {

    private static final String FILE = "indicators.csv";
    private static final String REVISED = "r";

    private final Publications publications;
    private final PublicationProperties settings;

    FiguresAsPublished(Publications publications, PublicationProperties settings) {
        this.publications = publications;
        this.settings = settings;
    }

    /**
     * Every figure of a run with nothing hidden, as the organisation's own analysts have them, in the order of the file;
     * none where the file is gone, as after a retention rule.
     */
    public List<ToldFigure> internal(ReportingPeriod period, int run) throws IOException {
        Path file = settings.internalFolder(period, run).resolve(FILE);
        return Files.isRegularFile(file) ? read(Files.readAllBytes(file)) : List.of();
    }

    /**
     * The figures an audience was told, with what was hidden from it; none where the run published nothing for it.
     *
     * @throws IllegalStateException where the file is not what was published
     */
    public List<ToldFigure> of(ReportingPeriod period, int run, String audience) throws IOException {
        String name = audience + "/data/" + FILE;
        Optional<Publications.Published> published = publications.of(run).stream()
                .filter(one -> one.audience().equals(audience) && one.fileName().equals(name))
                .findFirst();
        if (published.isEmpty()) {
            return List.of();
        }
        Path file = settings.runFolder(period, run).resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        if (!DigestUtils.sha256Hex(bytes).equals(published.get().sha256())) {
            throw new IllegalStateException(file + " is not what run " + run + " published: its bytes were changed");
        }
        return read(bytes);
    }

    static List<ToldFigure> read(byte[] csv) throws IOException {
        var figures = new ArrayList<ToldFigure>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser lines = CSVParser.parse(new String(csv, StandardCharsets.UTF_8), format)) {
            for (CSVRecord line : lines) {
                figures.add(figure(line));
            }
        }
        return figures;
    }

    private static ToldFigure figure(CSVRecord line) {
        String status = line.get("status");
        String direction = line.get("direction");
        return new ToldFigure(
                ReportingPeriod.read(line.get("period")).orElseThrow(),
                text(line, "organisation_name"),
                line.get("level"),
                new IndicatorValue(
                        text(line, "indicator"),
                        text(line, "organisation"),
                        text(line, "authority"),
                        Indicator.Timing.of(line.get("timing")),
                        number(line, "numerator"),
                        number(line, "denominator"),
                        number(line, "value"),
                        status.equals(REVISED) ? Status.COMPLETE : status(status),
                        new IndicatorValue.Coverage(
                                Integer.parseInt(line.get("returns_expected")),
                                Integer.parseInt(line.get("returns_received")))),
                status.equals(REVISED),
                Optional.ofNullable(number(line, "target")),
                Stream.of(Rating.values())
                        .filter(rating -> rating.word().equals(line.get("rag")))
                        .findFirst(),
                Optional.ofNullable(number(line, "previous")),
                Stream.of(Variation.values())
                        .filter(variation -> variation.id().equals(direction))
                        .findFirst());
    }

    private static Status status(String symbol) {
        return Stream.of(Status.values())
                .filter(status -> status.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("\"" + symbol + "\" is no status of a figure"));
    }

    private static @Nullable BigDecimal number(CSVRecord line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** Without the apostrophe that keeps a spreadsheet from taking it for a formula. */
    private static String text(CSVRecord line, String column) {
        String text = line.get(column);
        return text.startsWith("'") && IndicatorsCsv.text(text.substring(1)).equals(text) ? text.substring(1) : text;
    }
}
