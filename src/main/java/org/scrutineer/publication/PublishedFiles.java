package org.scrutineer.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.workbook.ContentHash;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookDifferences;
import org.scrutineer.workbook.WorkbookInspector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether a file that comes from elsewhere is one that was published here, and if not, how it differs. */
@Component
public class PublishedFiles {

    /** In the keywords of our workbooks. */
    private static final Pattern RUN = Pattern.compile("\\brun (\\d{4,9})\\b");

    private static final String WORKBOOK = ".xlsx";

    private final JdbcClient jdbc;
    private final PublicationProperties settings;

    PublishedFiles(JdbcClient jdbc, PublicationProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * @param fileName relative to the run's folder, of an answer to the folder of all publications; with forward slashes
     * @param answer the number of the answer it is; null where it is one of a run's publications
     */
    public record Origin(
            int run,
            ReportingPeriod period,
            String fileName,
            @Nullable Integer answer) {}

    /** What a file is. */
    public sealed interface Answer {

        /** Byte for byte what was published. */
        record Same(Origin origin) implements Answer {}

        /**
         * Says in every cell what was published, but was saved or packed anew.
         *
         * @param partsAdded what was added to the package, such as a sensitivity label
         */
        record SameContent(Origin origin, List<String> partsAdded) implements Answer {}

        /** Was published, and says something else now. */
        record Changed(Origin origin, WorkbookDifferences differences) implements Answer {}

        /** Has the name of something published but not its content, and is no workbook that can be compared. */
        record Other(Origin origin) implements Answer {}

        /** Nothing that was published here, as far as its bytes, its name and the run it names tell. */
        record Unknown() implements Answer {}
    }

    /** @throws IOException where the disk fails */
    public Answer verify(Path file) throws IOException {
        Optional<Origin> same = newest("p.sha256 = ?", sha256(file));
        if (same.isPresent()) {
            return new Answer.Same(same.get());
        }
        String content = contentHash(file);
        Optional<Origin> packedAnew = content == null ? Optional.empty() : newest("p.content_hash = ?", content);
        return packedAnew.isPresent() ? new Answer.SameContent(packedAnew.get(), List.of()) : compared(file);
    }

    private Answer compared(Path file) throws IOException {
        List<Origin> candidates = candidates(file);
        if (candidates.isEmpty()) {
            return new Answer.Unknown();
        }
        record Compared(Origin origin, WorkbookDifferences differences) {}
        Compared nearest = null;
        for (Origin candidate : candidates) {
            Path published = path(candidate);
            if (candidate.fileName().endsWith(WORKBOOK) && Files.isRegularFile(published)) {
                try {
                    var compared = new Compared(candidate, WorkbookDifferences.between(published, file));
                    nearest = nearest == null
                                    || compared.differences().count()
                                            < nearest.differences().count()
                            ? compared
                            : nearest;
                } catch (UnreadableWorkbookException notComparable) {
                    // Of the same name, but no workbook: told as such below.
                    break;
                }
            }
        }
        if (nearest == null) {
            return new Answer.Other(candidates.get(0));
        }
        return nearest.differences().none()
                ? new Answer.SameContent(nearest.origin(), nearest.differences().partsAdded())
                : new Answer.Changed(nearest.origin(), nearest.differences());
    }

    private Path path(Origin origin) {
        return origin.answer() == null
                ? settings.runFolder(origin.period(), origin.run()).resolve(origin.fileName())
                : settings.folder().toAbsolutePath().normalize().resolve(origin.fileName());
    }

    /** Those of its name, or of the run that its own properties name; newest first. */
    private List<Origin> candidates(Path file) {
        String name = file.getFileName().toString();
        List<Origin> named = origins("p.file_name like ? escape '!'", "%/" + escaped(name));
        return named.isEmpty() ? run(file).map(run -> origins("p.run = ?", run)).orElse(List.of()) : named;
    }

    private static String escaped(String name) {
        return name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Optional<Integer> run(Path file) {
        try {
            Matcher run =
                    RUN.matcher(WorkbookInspector.inspect(file).properties().keywords());
            return run.find() ? Optional.of(Integer.valueOf(run.group(1))) : Optional.empty();
        } catch (UnreadableWorkbookException | IOException noWorkbook) {
            return Optional.empty();
        }
    }

    private Optional<Origin> newest(String condition, Object value) {
        return origins(condition, value).stream().findFirst();
    }

    private List<Origin> origins(String condition, Object value) {
        return jdbc
                .sql(
                        "select p.run, p.period, p.file_name, p.answer from (select f.run, r.period, f.file_name, f.sha256,"
                                + " f.content_hash, cast(null as integer) answer from publication f join run r on"
                                + " r.number = f.run union all select a.run, a.period, a.file_name, a.sha256, a.content_hash,"
                                + " a.number from member_answer a where a.file_name is not null) p where " + condition)
                .param(value)
                .query((row, number) -> new Origin(
                        row.getInt(1),
                        ReportingPeriod.read(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getObject(4, Integer.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Origin::run).reversed().thenComparing(Origin::fileName))
                .toList();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(bytes);
        }
    }

    /** Null where the file is no package of parts. */
    private static @Nullable String contentHash(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(WORKBOOK) && !name.endsWith(".docx")) {
            return null;
        }
        try {
            return ContentHash.of(file);
        } catch (ZipException noPackage) {
            return null;
        }
    }
}
