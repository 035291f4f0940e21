package org.scrutineer.workbook;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The one door through which received files are opened, whatever their format. A workbook of today is read in this
 * process; one of Excel 97 to 2003 or under a password is turned into such a one by a process of its own, as reading it
 * may take any time and memory; so is a CSV file, here. May be used by several threads.
 */
public final class SourceWorkbooks implements AutoCloseable {

    private static final String CSV = ".csv";

    private final Limits limits;
    private final Charset csvEncoding;
    private final char csvDelimiter;
    private final ScratchFolder scratch;
    private final Passwords passwords;
    private final WorkerProcess worker;
    private final DataSize recalculateUpTo;

    SourceWorkbooks(
            Limits limits,
            Charset csvEncoding,
            char csvDelimiter,
            ScratchFolder scratch,
            Passwords passwords,
            WorkerProcess worker,
            DataSize recalculateUpTo) {
        this.limits = limits;
        this.csvEncoding = csvEncoding;
        this.csvDelimiter = csvDelimiter;
        this.scratch = scratch;
        this.passwords = passwords;
        this.worker = worker;
        this.recalculateUpTo = recalculateUpTo;
    }

    static SourceWorkbooks of(WorkbookProperties settings, Passwords passwords) {
        var scratch = new ScratchFolder(settings.scratch());
        return new SourceWorkbooks(
                settings.limits().limits(),
                Charset.forName(settings.csvEncoding()),
                settings.csvDelimiter().character(),
                scratch,
                passwords,
                new WorkerProcess(
                        WorkerProcess.command(settings.workerMemory(), scratch.path()),
                        scratch.path(),
                        settings.workerTimeLimit()),
                settings.recalculateUpTo());
    }

    /**
     * Opens a file that was received.
     *
     * @param file may lie anywhere, under any name
     * @param sentAs the name it was sent under, with or without folders; that of a CSV file gives its sheet a name
     * @throws UnreadableWorkbookException where it is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public SourceWorkbook open(Path file, String sentAs) throws UnreadableWorkbookException, IOException {
        String name = sentAs.substring(Math.max(sentAs.lastIndexOf('/'), sentAs.lastIndexOf('\\')) + 1);
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(CSV);
        FileKind kind = FileKind.of(file, limits);
        return switch (kind) {
            case PACKAGE -> SourceWorkbook.open(file, limits, SourceWorkbook.Origin.FILE_ITSELF);
            case OLD_WORKBOOK, ENCRYPTED_PACKAGE -> openConverted(file, kind);
            case TEXT, UNKNOWN -> {
                if (!csv) {
                    throw new UnreadableWorkbookException(
                            kind == FileKind.TEXT ? Refusal.PLAIN_TEXT : Refusal.NOT_A_WORKBOOK, null);
                }
                yield openCsv(file, name.substring(0, name.length() - CSV.length()));
            }
        };
    }

    /**
     * Whether a file is as one that is still being copied: empty, with the beginning of a workbook but not its end, or
     * with room for a beginning that has not come yet.
     *
     * @throws IOException where it cannot be read
     */
    public static boolean isUnfinished(Path file) throws IOException {
        return ZipDirectory.isUnfinished(file);
    }

    /** Whether the owner of a password, see {@link SourceWorkbook#passwordOf()}, is the team of an id. */
    public static boolean isPasswordOf(String owner, String team) {
        return Passwords.isOwnedBy(owner, team);
    }

    /**
     * Calculates the formulas of a workbook anew and tells where another result stands in the file. A process of its own
     * does so, as POI holds all of the workbook in memory; whatever befalls it is a reason why it was not done.
     *
     * @param file an .xlsx, .xlsm or .xls that can be read to its end
     */
    public Recalculation recalculate(Path file) {
        try {
            if (Files.size(file) > recalculateUpTo.toBytes()) {
                return new Recalculation.NotDone(
                        "it is too large for that (at most " + recalculateUpTo.toMegabytes() + " MB)");
            }
            return recalculated(file);
        } catch (UnreadableWorkbookException e) {
            return new Recalculation.NotDone(
                    e.refusal() == Refusal.READING_BROKE_OFF
                            ? "it takes more time or memory than is allowed for that"
                            : "it is of a kind that we can read but not recalculate");
        } catch (IOException e) {
            return new Recalculation.NotDone("the process that does so could not be used");
        }
    }

    private Recalculation recalculated(Path file) throws UnreadableWorkbookException, IOException {
        Path result = scratch.newFile();
        try {
            worker.ask(new WorkbookWorker.Request(
                    WorkbookWorker.Task.RECALCULATE,
                    file.toAbsolutePath().toString(),
                    result.toString(),
                    limits.packedBytes(),
                    passwords.secrets()));
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(result)))) {
                return Recalculation.Done.read(in);
            }
        } finally {
            Files.deleteIfExists(result);
        }
    }

    private SourceWorkbook openConverted(Path file, FileKind kind) throws UnreadableWorkbookException, IOException {
        Path copy = scratch.newFile();
        try {
            WorkbookWorker.Answer answer = worker.ask(new WorkbookWorker.Request(
                    WorkbookWorker.Task.CONVERT,
                    file.toAbsolutePath().toString(),
                    copy.toString(),
                    limits.packedBytes(),
                    passwords.secrets()));
            @Nullable
            String owner = answer.password() == WorkbookWorker.NO_PASSWORD ? null : passwords.owner(answer.password());
            // What was encrypted is what somebody sent, and is held to all limits.
            return SourceWorkbook.open(
                    copy,
                    kind == FileKind.ENCRYPTED_PACKAGE ? limits : limits.forOwnPackage(),
                    new SourceWorkbook.Origin(copy, owner));
        } catch (UnreadableWorkbookException | IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private SourceWorkbook openCsv(Path file, String sheet) throws UnreadableWorkbookException, IOException {
        Path copy = scratch.newFile();
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                CsvWorkbook.of(file, csvDelimiter, csvEncoding).write(sheet, out);
            }
            return SourceWorkbook.open(copy, limits.forOwnPackage(), new SourceWorkbook.Origin(copy, null));
        } catch (UnreadableWorkbookException | IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
