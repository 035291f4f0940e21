package org.scrutineer.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * The days a figure is about, which expressions call {@code :start} and {@code :end}; both are inside.
 */
public record Window(LocalDate start, LocalDate end) {

    /** Text and comments are passed over as wholes, {@code ::} is a cast, anything else after a colon is a name. */
    private static final Pattern NAMED =
            Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\n]*|/\\*(?s:.*?)\\*/|::|:([A-Za-z_][A-Za-z0-9_]*)");

    public static Window of(ReportingPeriod month) {
        return new Window(month.firstDay(), month.lastDay());
    }

    public static Window of(Months months) {
        return new Window(months.first().firstDay(), months.last().lastDay());
    }

    /** The expression with the days put in as dates. */
    public String applyTo(String sql) {
        return NAMED.matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null
                                ? match.group()
                                : switch (match.group(1)) {
                                    case "start" -> "date '" + start + "'";
                                    case "end" -> "date '" + end + "'";
                                    default -> match.group();
                                }));
    }

    /** The reverse of {@link #applyTo}, for a message that quotes an expression as it was written. */
    String removeFrom(String sql) {
        return sql.replace("date '" + start + "'", ":start").replace("date '" + end + "'", ":end");
    }

    /** The first name after a colon that is neither {@code :start} nor {@code :end}. */
    static Optional<String> unknownName(String sql) {
        return NAMED.matcher(sql)
                .results()
                .map(match -> match.group(1))
                .filter(name -> name != null && !name.equals("start") && !name.equals("end"))
                .findFirst();
    }
}
