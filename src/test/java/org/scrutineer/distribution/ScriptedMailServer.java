package org.scrutineer.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that does what mail servers do, but for one place in the dialogue. */
final class ScriptedMailServer implements AutoCloseable {

    /** The connection is closed without an answer. */
    static final String DROP = "drop";

    /** No answer comes, and the connection stays. */
    static final String SILENCE = "silence";

    /** A place in the dialogue. */
    enum Place {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** After the dot that ends the message. */
        END,
        QUIT,
        NOWHERE
    }

    /** What it heard where the connection became secure. */
    static final String TLS = "TLS";

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final boolean implicit;
    private final Place place;
    private final String answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> handedOver = new CopyOnWriteArrayList<>();

    private ScriptedMailServer(Place place, String answer, @Nullable SSLContext tls, boolean implicit)
            throws IOException {
        this.tls = tls;
        this.implicit = implicit;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.place = place;
        this.answer = answer;
        Thread server = new Thread(this::serve);
        server.setDaemon(true);
        server.start();
    }

    static ScriptedMailServer that(String answer, Place place) {
        return that(answer, place, null, false);
    }

    private static ScriptedMailServer that(String answer, Place place, @Nullable SSLContext tls, boolean implicit) {
        try {
            return new ScriptedMailServer(place, answer, tls, implicit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScriptedMailServer thatWorks() {
        return that("", Place.NOWHERE);
    }

    /** One that offers to turn to TLS. */
    static ScriptedMailServer offeringTls(SSLContext tls, String answer, Place place) {
        return that(answer, place, tls, false);
    }

    /** One that speaks nothing but TLS. */
    static ScriptedMailServer speakingTls(SSLContext tls) {
        return that("", Place.NOWHERE, tls, true);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What was said to it, messages left out. */
    List<String> heard() {
        return heard;
    }

    /** The messages it said it took. */
    List<String> taken() {
        return taken;
    }

    /** The messages whose end it saw. */
    List<String> handedOver() {
        return handedOver;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                open.add(connection);
                talk(implicit ? secured(connection) : connection);
            } catch (SocketException | SSLException closed) {
                // The next one, or the end of the test.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Socket secured(Socket connection) throws IOException {
        SSLSocket secured =
                (SSLSocket) Objects.requireNonNull(tls).getSocketFactory().createSocket(connection, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        heard.add(TLS);
        return secured;
    }

    private void talk(Socket plain) throws IOException {
        Socket connection = plain;
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = connection.getOutputStream();
        if (!say(Place.GREETING, "220 ready", out)) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS")) {
                out.write("220 go on\r\n".getBytes(StandardCharsets.ISO_8859_1));
                connection = secured(connection);
                in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                out = connection.getOutputStream();
                continue;
            }
            String word = line.toUpperCase(Locale.ROOT).replaceAll("[ :].*", "");
            boolean goesOn = switch (word) {
                case "EHLO" ->
                    say(
                            Place.EHLO,
                            "250-here\r\n250-AUTH PLAIN LOGIN XOAUTH2\r\n"
                                    + (tls == null || connection instanceof SSLSocket ? "" : "250-STARTTLS\r\n")
                                    + "250 SIZE 10000000",
                            out);
                case "AUTH" -> say(Place.AUTH, "235 welcome", out);
                case "MAIL" -> say(Place.MAIL, "250 ok", out);
                case "RCPT" -> say(Place.RCPT, "250 ok", out);
                case "DATA" -> say(Place.DATA, "354 go on", out) && (place == Place.DATA || take(in, out));
                case "QUIT" -> say(Place.QUIT, "221 bye", out) && false;
                default -> say(Place.NOWHERE, "250 ok", out);
            };
            if (!goesOn) {
                return;
            }
        }
    }

    private boolean take(BufferedReader in, OutputStream out) throws IOException {
        var message = new ArrayList<String>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.add(line);
        }
        handedOver.add(String.join("\n", message));
        if (place != Place.END) {
            taken.add(String.join("\n", message));
        }
        return say(Place.END, "250 taken", out);
    }

    /** @return whether the dialogue goes on */
    private boolean say(Place here, String usual, OutputStream out) throws IOException {
        if (place != here || here == Place.NOWHERE) {
            out.write((usual + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return true;
        }
        if (answer.equals(DROP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
