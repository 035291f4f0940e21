package org.scrutineer.jar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program at {@code serve}, as a process of its own on a free port. */
public final class ServedProgram implements AutoCloseable {

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
     * @param command that starts it, with all its arguments
     * @param settings for its environment
     */
    public static ServedProgram start(List<String> command, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
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

    public String address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** The path of the link by which the first administrator is made; empty where there is one. */
    public String firstLink() {
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
