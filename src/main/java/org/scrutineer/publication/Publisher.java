package org.scrutineer.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.intake.RowCount;
import org.scrutineer.publication.Publications.Published;
import org.scrutineer.workbook.DocumentWriter;
import org.scrutineer.workbook.WorkbookWriter;
import org.scrutineer.workbook.WrittenFile;

/**
 * Publishes a run's figures: a folder with what each audience gets, and one with the organisation's own data, each of
 * which appears whole or not at all. One that appeared before a crash is taken as it is, if it still says what its manifest
 * promises.
 */
final class Publisher {

    /** For the agenda of a meeting, beside its workbook. */
    private static final String PAPER = "paper.docx";

    private final PublicationProperties settings;
    private final WorkbookWriter workbooks;
    private final Runnable beforeAppearing;
    private final IntFunction<Optional<AuditHead>> auditHeads;
    private final DocumentWriter documents = new DocumentWriter();

    /**
     * @param beforeAppearing throws where this process may publish nothing any more
     * @param auditHeads the entry of the audit trail that a run was opened with
     */
    Publisher(
            PublicationProperties settings,
            WorkbookWriter workbooks,
            Runnable beforeAppearing,
            IntFunction<Optional<AuditHead>> auditHeads) {
        this.settings = settings;
        this.workbooks = workbooks;
        this.beforeAppearing = beforeAppearing;
        this.auditHeads = auditHeads;
    }

    /**
     * Publishes and returns the files by name.
     *
     * @param reports one for each audience that gets something
     * @param segments the files of rows that the figures are made from, for the organisation's own analysts
     * @throws IllegalStateException where rows of a return are not accounted for, or the run's folder is there and is
     *     not what its manifest says; nothing is published or changed then
     */
    List<Published> publish(RunFigures figures, List<Report> reports, List<CountedSegment> segments)
            throws IOException {
        requireClosedRows(figures);
        var run = new RunFolder(settings, figures.period(), figures.run());
        boolean appeared = run.isPublished();
        List<Published> files = appeared ? verified(run.published(), figures) : stage(run, figures, reports);
        // First, so that whoever sees the audiences' folder finds this one too.
        publishInternally(figures, segments);
        if (!appeared) {
            beforeAppearing.run();
            run.publish();
        }
        return files;
    }

    private List<Published> stage(RunFolder run, RunFigures figures, List<Report> reports) throws IOException {
        Path staging = run.stage();
        List<Manifest.Output> outputs = write(reports, staging);
        write(staging.resolve(Manifest.NAME), manifest(figures, outputs));
        return inOrder(outputs);
    }

    /** Writes what each audience gets, several side by side: that is most of the time that publishing takes. */
    private List<Manifest.Output> write(List<Report> reports, Path staging) throws IOException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<List<Manifest.Output>>> all = reports.stream()
                    .map(report -> (Callable<List<Manifest.Output>>) () -> write(report, staging))
                    .toList();
            var outputs = new ArrayList<Manifest.Output>();
            for (Future<List<Manifest.Output>> written : threads.invokeAll(all)) {
                outputs.addAll(written.get());
            }
            return outputs;
        } catch (ExecutionException e) {
            throw asItWasThrown(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workbooks were written", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException asItWasThrown(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (IOException) failure;
    }

    private void publishInternally(RunFigures figures, List<CountedSegment> segments) throws IOException {
        PrivateFolders.create(settings.internal());
        var run = RunFolder.ofInternalData(settings, figures.period(), figures.run());
        if (run.isPublished()) {
            verified(run.published(), figures);
            return;
        }
        Path staging = run.stage();
        var outputs = new ArrayList<Manifest.Output>();
        for (Map.Entry<String, byte[]> file : InternalData.of(figures, segments).entrySet()) {
            write(staging.resolve(file.getKey()), file.getValue());
            outputs.add(output(InternalData.ID, file.getKey(), file.getValue()));
        }
        write(staging.resolve(Manifest.NAME), manifest(figures, outputs));
        beforeAppearing.run();
        run.publish();
    }

    private byte[] manifest(RunFigures figures, List<Manifest.Output> outputs) {
        return Manifest.of(figures, auditHeads.apply(figures.run()), outputs);
    }

    private static void requireClosedRows(RunFigures figures) {
        for (SeenReturn seen : figures.returns()) {
            for (RowCount count : seen.rows()) {
                if (!count.closes()) {
                    throw new IllegalStateException("run " + figures.run() + ", " + figures.period()
                            + ": rows do not close: " + seen.submission().fileName() + ", dataset " + count.dataset()
                            + ": read " + count.read() + ", accepted " + count.accepted() + ", refused "
                            + count.refused() + ", blank " + count.blank());
                }
            }
        }
    }

    private List<Manifest.Output> write(Report report, Path staging) throws IOException {
        String audience = report.audience().id();
        Path data = Files.createDirectories(staging.resolve(audience).resolve("data"));
        String workbook = audience + "/performance-" + report.figures().period() + "-" + audience + ".xlsx";
        WrittenFile written = workbooks.write(AudienceWorkbook.of(report), staging.resolve(workbook));
        WorkbookGate.require(staging.resolve(workbook), report.audience());
        byte[] csv = IndicatorsCsv.of(report);
        byte[] restatements = report.has(Audience.Sheet.RESTATEMENTS) ? RestatementsCsv.of(report) : null;
        byte[] description = restatements == null
                ? DataPackage.of(report, csv)
                : DataPackage.withRestatements(report, csv, restatements);
        write(data.resolve("indicators.csv"), csv);
        write(data.resolve("datapackage.json"), description);
        var outputs = new ArrayList<>(List.of(
                output(audience, workbook, written),
                output(audience, audience + "/data/indicators.csv", csv),
                output(audience, audience + "/data/datapackage.json", description)));
        if (restatements != null) {
            write(data.resolve("restatements.csv"), restatements);
            outputs.add(output(audience, audience + "/data/restatements.csv", restatements));
        }
        if (report.isPaper()) {
            String paper = audience + "/" + PAPER;
            outputs.add(output(audience, paper, documents.write(PaperDocument.of(report), staging.resolve(paper))));
        }
        return outputs;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Manifest.Output output(String audience, String path, WrittenFile written) {
        return new Manifest.Output(
                new Published(audience, path, written.sha256(), written.contentHash()), written.bytes());
    }

    private static Manifest.Output output(String audience, String path, byte[] bytes) {
        String hash = DigestUtils.sha256Hex(bytes);
        return new Manifest.Output(new Published(audience, path, hash, hash), bytes.length);
    }

    private static List<Published> verified(Path published, RunFigures figures) throws IOException {
        Path manifest = published.resolve(Manifest.NAME);
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
            throw notOurs(manifest, "is missing");
        }
        byte[] bytes = Files.readAllBytes(manifest);
        if (!Manifest.tellsOf(figures, bytes)) {
            throw notOurs(manifest, "does not tell of this run's returns and catalogue");
        }
        List<Manifest.Output> outputs = Manifest.outputs(bytes);
        List<String> named = Stream.concat(
                        outputs.stream().map(output -> output.file().fileName()), Stream.of(Manifest.NAME))
                .sorted()
                .toList();
        List<String> found = RunFolder.files(published);
        for (String file : found) {
            if (!named.contains(file)) {
                throw notOurs(published.resolve(file), "is not in the manifest");
            }
        }
        for (Manifest.Output output : outputs) {
            String name = output.file().fileName();
            Path file = published.resolve(name);
            if (!found.contains(name)) {
                throw notOurs(file, "is missing");
            }
            if (!DigestUtils.sha256Hex(Files.readAllBytes(file))
                    .equals(output.file().sha256())) {
                throw notOurs(file, "is not what the manifest says");
            }
        }
        return inOrder(outputs);
    }

    private static IllegalStateException notOurs(Path path, String why) {
        return new IllegalStateException(path + " " + why + ". Nothing was overwritten: move the run's folder away,"
                + " and start the run again to have it published anew.");
    }

    private static List<Published> inOrder(List<Manifest.Output> outputs) {
        return outputs.stream()
                .map(Manifest.Output::file)
                .sorted(Comparator.comparing(Published::fileName))
                .toList();
    }
}
