package org.scrutineer.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A process of its own for what may take any time and memory. It is started when first needed, used for one file after
 * the other, and killed and replaced when it does not answer as it should.
 */
final class WorkerProcess implements AutoCloseable {

    /** A start takes half a second; on a machine that is busy elsewhere it may take many times that. */
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    /** What a process needs of the environment to run at all; passwords may stand in the rest of it. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "SystemRoot", "SYSTEMROOT");

    /** Loads classes from the jar within which the libraries are packed. */
    private static final String JAR_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final List<String> command;
    private final Path folder;
    private final Duration limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "workbook worker watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Running running;

    /**
     * A worker that is not started yet.
     *
     * @param folder it works in
     * @param limit how long it may take over one file
     */
    WorkerProcess(List<String> command, Path folder, Duration limit) {
        this.command = List.copyOf(command);
        this.folder = folder;
        this.limit = limit;
    }

    /** The command that starts a {@link WorkbookWorker} with the Java and the classes of this process. */
    static List<String> command(DataSize memory, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.toMegabytes() + "m",
                // A formula is calculated by way of the formulas it depends on.
                "-Xss64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                // The logging library of this program is not set up there; what POI logs may quote cells.
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dlog4j2.simplelogLevel=OFF"));
        String worker = WorkbookWorker.class.getName();
        if (isPackaged()) {
            command.add("-Dloader.main=" + worker);
            worker = JAR_LAUNCHER;
        }
        command.addAll(List.of("-cp", classPath(), worker));
        return command;
    }

    private static boolean isPackaged() {
        return ClassLoader.getSystemResource(JAR_LAUNCHER.replace('.', '/') + ".class") != null;
    }

    /** Absolute, as the worker runs in another folder. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        List<String> entries = Arrays.stream(
                        System.getProperty("java.class.path").split(separator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        return String.join(separator, entries);
    }

    /** A process with its streams. */
    private record Running(Process process, DataOutputStream requests, DataInputStream answers) {

        void kill() {
            process.destroyForcibly();
        }
    }

    /**
     * Has something done with a file, and the result written.
     *
     * @throws UnreadableWorkbookException where the file cannot be read, or every attempt of its task ends in a fault
     * @throws IOException where no worker can be started, or the result not be written
     */
    synchronized WorkbookWorker.Answer ask(WorkbookWorker.Request request)
            throws UnreadableWorkbookException, IOException {
        for (int attempt = 1; attempt <= request.task().attempts(); attempt++) {
            Running worker = worker();
            try {
                WorkbookWorker.Answer answer = exchange(worker, request);
                requireWritten(answer);
                return answer;
            } catch (WorkerFaultException e) {
                stop();
            }
        }
        throw new UnreadableWorkbookException(Refusal.READING_BROKE_OFF, null);
    }

    /** A worker that did not answer, or not as it should. */
    private static final class WorkerFaultException extends Exception {

        private static final long serialVersionUID = 1L;

        WorkerFaultException(@Nullable Throwable cause) {
            super(cause);
        }
    }

    private static void requireWritten(WorkbookWorker.Answer answer)
            throws UnreadableWorkbookException, WorkerFaultException, IOException {
        if (answer.outcome().equals(WorkbookWorker.WRITTEN)) {
            return;
        }
        if (answer.outcome().equals(WorkbookWorker.DISK_FAILED)) {
            throw new IOException("the scratch folder cannot be written to");
        }
        for (Refusal refusal : Refusal.values()) {
            if (refusal.name().equals(answer.outcome())) {
                throw new UnreadableWorkbookException(refusal, null);
            }
        }
        throw new WorkerFaultException(null);
    }

    private WorkbookWorker.Answer exchange(Running worker, WorkbookWorker.Request request) throws WorkerFaultException {
        ScheduledFuture<?> end = watch.schedule(worker::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            request.write(worker.requests());
            return WorkbookWorker.Answer.read(worker.answers());
        } catch (IOException e) {
            throw new WorkerFaultException(e);
        } finally {
            end.cancel(false);
        }
    }

    private Running worker() throws IOException {
        Running known = running;
        if (known != null && known.process().isAlive()) {
            return known;
        }
        Running started = start();
        running = started;
        return started;
    }

    private Running start() throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                // It may quote cells.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        Process process = builder.start();
        var started = new Running(
                process,
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                new DataInputStream(new BufferedInputStream(process.getInputStream())));
        ScheduledFuture<?> end = watch.schedule(started::kill, LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
        try {
            WorkbookWorker.Answer.read(started.answers());
            return started;
        } catch (IOException e) {
            started.kill();
            throw new IOException("the process that reads .xls files and files with a password does not start", e);
        } finally {
            end.cancel(false);
        }
    }

    private void stop() {
        Running known = running;
        if (known != null) {
            known.kill();
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        stop();
        watch.shutdownNow();
    }
}
