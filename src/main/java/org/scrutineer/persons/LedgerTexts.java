package org.scrutineer.persons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.persons.HeldAbout.Quote;
import org.scrutineer.persons.PersonNumber.Match;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of the ledger in which a cell is quoted, or that somebody wrote freely. */
@Repository
class LedgerTexts {

    /** Each gives the place as a person names it, and then the texts that stand there. */
    private static final List<String> PLACES = List.of(
            "select 'finding of ' || f.name || coalesce(', sheet ' || d.sheet, '') || coalesce(', cell ' || d.cell,"
                    + " ''), d.found, d.expected, d.remedy from finding d join submission s on s.id = d.submission join"
                    + " received_file f on f.hash = s.file_hash order by f.name, d.place_in_order",
            "select 'change in ' || f.name || ' that nobody asked for, ' || u.dataset, u.row_key, u.value_before,"
                    + " u.value_after from unasked_change u join submission s on s.id = u.submission"
                    + " join received_file f on f.hash = s.file_hash order by f.name, u.place_in_order",
            "select 'answer in ' || f.name || ', sheet ' || a.sheet || ', cell ' || a.cell, a.found, a.answer, ''"
                    + " from answer a join submission s on s.id = a.submission"
                    + " join received_file f on f.hash = s.file_hash order by f.name, a.place_in_order",
            "select 'amendment of ' || f.name || ', sheet ' || a.sheet || ', cell ' || a.cell, a.old_value,"
                    + " a.new_value, a.reason from amendment a join submission s on s.id = a.submission join received_file"
                    + " f on f.hash = s.file_hash order by f.name, a.id",
            "select 'question of run ' || cast(d.run as varchar(20)) || ' across returns, rule ' || d.rule, d.found,"
                    + " d.expected, d.remedy from discrepancy d order by d.run, d.place_in_order",
            "select 'explanation of ' || e.indicator || ' in run ' || cast(e.run as varchar(20)), e.why, e.action,"
                    + " e.by_whom from explanation e order by e.run, e.place_in_order",
            "select 'explanation of ' || w.indicator || ' for ' || w.period || ', written on a page', w.why, w.action,"
                    + " w.by_whom from written_explanation w order by w.id",
            "select 'name of the file ' || name, name, '', '' from received_file order by name",
            "select 'name of the file ' || g.name || ', as it was seen in the drop folder', g.name, '', '' from sighting g"
                    + " where not exists (select 1 from received_file f where f.hash = g.file_hash and f.name = g.name)"
                    + " order by g.name",
            "select 'name of the uploaded file ' || name, name, '', '' from uploaded_file order by name");

    private final JdbcClient jdbc;

    LedgerTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Text(String where, List<String> texts) {}

    List<Quote> with(PersonNumber number) {
        var quotes = new ArrayList<Quote>();
        for (String place : PLACES) {
            for (Text text : jdbc.sql(place)
                    .query((row, count) -> new Text(
                            row.getString(1),
                            List.of(
                                    orNothing(row.getString(2)),
                                    orNothing(row.getString(3)),
                                    orNothing(row.getString(4)))))
                    .list()) {
                text.texts().stream()
                        .flatMap(one -> Optional.ofNullable(number.in(one)).stream())
                        .min(Match::compareTo)
                        .ifPresent(match -> quotes.add(new Quote(text.where(), match)));
            }
        }
        return quotes;
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
