package org.scrutineer.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The returns that a retention rule took. Nothing of them is left but the hash of their bytes, by which they are never read
 * again, and what became of them; figures made from them stay.
 */
@Repository
public class DeletedReturns {

    private static final String SELECT = "select s.id, f.name, d.noted_at, d.rule, d.terms from submission s"
            + " join deletion d on d.id = s.deletion join received_file f on f.hash = s.file_hash ";

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final JdbcClient jdbc;

    DeletedReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A return that is gone.
     *
     * @param rule the id of the rule
     * @param terms how long the rule keeps returns, in words
     */
    public record Gone(long submission, String fileName, LocalDate on, String rule, String terms) {

        /** E.g. {@code deleted on 3 March 2029 under rule returns (6 years after the end of its period)}. */
        public String words() {
            return "deleted on " + on.format(DAY) + " under rule " + rule + " (" + terms + ")";
        }
    }

    /** Nothing where the return is still there. */
    public Optional<Gone> of(Submission submission) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(submission.id())
                .query(DeletedReturns::gone)
                .optional();
    }

    /** Nothing where a file with these bytes was never received, or is still there. */
    Optional<Gone> ofFile(String hash) {
        return jdbc.sql(SELECT + "where s.file_hash = ?")
                .param(hash)
                .query(DeletedReturns::gone)
                .optional();
    }

    /** Those of the returns that a run's figures were made from, by name. */
    public List<Gone> countedIn(int run) {
        return jdbc.sql(SELECT + "join run_input i on i.submission = s.id where i.run = ? and i.counts order by f.name")
                .param(run)
                .query(DeletedReturns::gone)
                .list();
    }

    /** Why a run cannot be made again, as a clause; nothing where all that its figures were made from is there. */
    public Optional<String> whyNotAgain(int run) {
        List<Gone> gone = countedIn(run);
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of("returns that run " + run + " was made from are gone: "
                        + gone.stream()
                                .map(one -> one.fileName() + " was " + one.words())
                                .collect(Collectors.joining("; ")));
    }

    /** All of them, by name. */
    public List<Gone> all() {
        return jdbc.sql(SELECT + "order by f.name").query(DeletedReturns::gone).list();
    }

    private static Gone gone(ResultSet row, int number) throws SQLException {
        return new Gone(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class)
                        .atZoneSameInstant(UNITED_KINGDOM)
                        .toLocalDate(),
                row.getString(4),
                row.getString(5));
    }
}
