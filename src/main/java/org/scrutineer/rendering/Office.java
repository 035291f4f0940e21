package org.scrutineer.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.util.FileSystemUtils;

/**
 * LibreOffice, as a process of its own that makes one PDF and ends. It gets a copy of the document, a profile that is thrown
 * away, a time limit, and nothing of this program's environment but where programs are found.
 */
final class Office {

    private static final Set<String> KEPT = Set.of("PATH", "Path", "SystemRoot", "SYSTEMROOT");

    /** Tagged, with headings as bookmarks, and the title in the window's bar, as PDF/UA wants it. */
    private static final String FILTER =
            "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
                    + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
                    + "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    private final RenderingProperties settings;

    Office(RenderingProperties settings) {
        this.settings = settings;
    }

    /** What became of a document. */
    sealed interface Outcome {
        record Made(byte[] pdf) implements Outcome {}

        /** @param why as sentences that say what to do */
        record NotMade(String why) implements Outcome {}
    }

    /**
     * @throws IOException where the disk fails
     * @throws IllegalStateException where this thread is interrupted
     */
    Outcome pdf(Path document) throws IOException {
        PrivateFolders.create(settings.scratch());
        Path work = Files.createTempDirectory(settings.scratch(), "rendering-");
        try {
            // Beside the document itself LibreOffice would leave a lock file.
            Path copy = Files.copy(document, work.resolve("paper.docx"));
            return pdf(copy, work);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private Outcome pdf(Path copy, Path work) throws IOException {
        Process process;
        try {
            process = builder(copy, work).start();
        } catch (IOException notFound) {
            return new Outcome.NotMade("LibreOffice was not found as \"" + settings.office()
                    + "\". Install it, or name its" + " command under rendering.office in config/application.yaml.");
        }
        try {
            if (!process.waitFor(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.NotMade("LibreOffice did not end within "
                        + settings.timeLimit().toSeconds() + " seconds. Make the PDF by hand, or raise"
                        + " rendering.time-limit in config/application.yaml.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while LibreOffice made a PDF of " + copy.getFileName(), stopped);
        } finally {
            // The command may be a script that has started others.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Path made = work.resolve("out").resolve("paper.pdf");
        if (process.exitValue() != 0 || !Files.isRegularFile(made)) {
            return new Outcome.NotMade("LibreOffice ended with code " + process.exitValue()
                    + " and made no PDF. Open the paper with it and export it as PDF by hand.");
        }
        return new Outcome.Made(Files.readAllBytes(made));
    }

    private ProcessBuilder builder(Path copy, Path work) {
        var builder = new ProcessBuilder(List.of(
                        settings.office(),
                        "-env:UserInstallation=" + work.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--nodefault",
                        "--convert-to",
                        FILTER,
                        "--outdir",
                        work.resolve("out").toString(),
                        copy.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(work.toFile());
        builder.environment().keySet().retainAll(KEPT);
        for (String folder : List.of("HOME", "TMPDIR", "TEMP", "TMP")) {
            builder.environment().put(folder, work.toString());
        }
        builder.environment().put("TZ", "UTC");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
