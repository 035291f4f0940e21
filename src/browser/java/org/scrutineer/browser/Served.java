package org.scrutineer.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program at {@code serve}, as a process of its own on a free port. */
public final class Served implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 3;

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/join/\\S+)");

    private final Process process;
    private final String address;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Served(Process process, String address) {
        this.process = process;
        this.address = address;
        var reader = new Thread(this::read, "served");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it.
     *
     * @param input returns that arrive
     * @param output its own folder, in which a run may have been made before
     */
    public static Served start(Path input, Path output, Path catalogue) throws IOException {
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        System.getProperty("scrutineer.jar", "target/scrutineer.jar"),
                        "--input",
                        input.toString(),
                        "--output",
                        output.toString(),
                        "--catalogue",
                        catalogue.toString(),
                        "serve"))
                .redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("RENDERING_PDF", "false");
        // What is approved is issued when somebody in a journey says so.
        builder.environment().put("SCHEDULE_MAIL", "1h");
        return new Served(builder.start(), "http://localhost:" + port);
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

    public String address() {
        return address;
    }

    /** The path of the link by which the first administrator is made, as the program prints it. */
    String firstLink() throws InterruptedException {
        var printed = new StringBuilder();
        for (String line = next(); line != null; line = next()) {
            printed.append(line).append(System.lineSeparator());
            Matcher link = LINK.matcher(line);
            if (link.find()) {
                return link.group(1);
            }
        }
        throw new AssertionError("no link was printed, but:\n" + printed);
    }

    private String next() throws InterruptedException {
        return lines.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end when it was asked to");
        }
    }
}
