package org.scrutineer.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program at {@code serve}, as a process of its own on a free port, with no schedule that would disturb. */
final class ServedProgram implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 3;

    /** The last that is printed before people can be at work. */
    private static final String READY = "The schedule is kept.";

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/join/\\S+)");

    private final Process process;
    private final String address;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private String firstLink = "";

    private ServedProgram(Process process, String address) {
        this.process = process;
        this.address = address;
        var reader = new Thread(this::read, "served program");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it, and returns when people can be at work.
     *
     * @param output as a run has left it
     */
    static ServedProgram start(Path input, Path output, Path catalogue) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(Program.command(input, output, catalogue, "serve")).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SCHEDULE_ACKNOWLEDGE", "0s");
        builder.environment().put("RENDERING_PDF", "false");
        var program = new ServedProgram(builder.start(), "http://localhost:" + port);
        program.awaitReady();
        return program;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException ended) {
            lines.add(String.valueOf(ended.getMessage()));
        }
    }

    private void awaitReady() throws InterruptedException {
        var printed = new StringBuilder();
        while (true) {
            String line = lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException("it is not ready, but printed:\n" + printed);
            }
            printed.append(line).append('\n');
            Matcher link = LINK.matcher(line);
            if (link.find()) {
                firstLink = link.group(1);
            }
            if (line.startsWith(READY)) {
                return;
            }
        }
    }

    String address() {
        return address;
    }

    /** What the process has used so far, as the kernel charges it: exact to 10 ms. */
    double cpuMillis() throws IOException {
        return ChildProcess.cpuSeconds(process.pid()) * 1_000;
    }

    /** The path of the link by which the first administrator is made; empty where there is one. */
    String firstLink() {
        return firstLink;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("it did not end when it was asked to");
        }
    }
}
