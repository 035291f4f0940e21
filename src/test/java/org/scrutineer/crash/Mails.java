package org.scrutineer.crash;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scrutineer.jar.ClosedLedger;

/** What the mail server has, held against what the ledger says. */
final class Mails {

    private Mails() {}

    /** How often the server was given each message, by its Message-ID. */
    static Map<String, Integer> at(GreenMail server) {
        var counts = new TreeMap<String, Integer>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                counts.merge(message.getMessageID(), 1, Integer::sum);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /**
     * What is wrong, as sentences.
     *
     * @param expected Message-IDs that an undisturbed program has sent
     * @param crashes how often it was killed, each of which may leave one mail of which nobody knows
     */
    static List<String> wrong(Map<String, Integer> received, Path output, Map<String, Integer> expected, int crashes)
            throws SQLException {
        Map<String, String> states = states(output);
        var wrong = new ArrayList<String>();
        int unknown = 0;
        for (String id : expected.keySet()) {
            String state = states.getOrDefault(id, "not in the ledger");
            int times = received.getOrDefault(id, 0);
            if (state.equals("unknown")) {
                unknown++;
                if (times > 1) {
                    wrong.add("mail " + id + " is unknown, and was received " + times + " times");
                }
            } else if (!state.equals("sent") || times != 1) {
                wrong.add("mail " + id + " is " + state + ", and was received " + times + " times");
            }
        }
        received.keySet().stream()
                .filter(id -> !expected.containsKey(id))
                .forEach(id -> wrong.add("mail " + id + " should never have been sent"));
        if (unknown > crashes) {
            wrong.add(unknown + " mails are unknown after " + crashes + " crashes");
        }
        return wrong;
    }

    /** The state of each message, by Message-ID. */
    static Map<String, String> states(Path output) throws SQLException {
        var states = new TreeMap<String, String>();
        try (Connection connection = ClosedLedger.read(output);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select message_id, state from delivery")) {
            while (row.next()) {
                states.put(row.getString(1), row.getString(2));
            }
        }
        return states;
    }
}
