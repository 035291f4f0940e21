package org.scrutineer.records;

import java.util.Set;

/** What may stand in the SQL of the catalogue: kinds of expression and functions, by the parser's names for them. */
final class AllowedSql {

    /** Kinds of expression over one row. */
    static final Set<String> EXPRESSION_CLASSES = words("""
            COLUMN_REF CONSTANT COMPARISON CONJUNCTION BETWEEN OPERATOR FUNCTION CASE CAST TYPE""");

    /** Kinds of expression that a whole query may have besides. */
    static final Set<String> QUERY_CLASSES = words("""
            SUBQUERY STAR WINDOW DEFAULT""");

    /** Functions of one row; operators count as functions to the parser. */
    static final Set<String> ROW_FUNCTIONS = words("""
            + - * / // % || ~~ !~~ ~~* !~~* working_days
            working_days_inclusive weekdays working_day_after abs round floor trunc ceil greatest
            least nullif lower upper trim length left right substring starts_with ends_with
            contains regexp_matches regexp_full_match replace year month day quarter last_day
            date_diff date_part date_trunc date_add make_date to_days to_weeks to_months
            to_years to_hours to_minutes""");

    /** Functions over rows whose result does not depend on the order rows come in. */
    static final Set<String> QUERY_FUNCTIONS = words("""
            count count_star count_if sum min max median bool_and bool_or row_number rank
            dense_rank lag lead""");

    /** Those of them that make one value of a group's rows. */
    static final Set<String> GROUP_FUNCTIONS = words("""
            count count_star count_if sum min max median bool_and bool_or""");

    /** Look like columns, but say when and where the program runs, or the order rows happen to be stored in. */
    static final Set<String> NO_COLUMNS = words("""
            current_catalog current_date current_role current_schema current_time
            current_timestamp current_user localtime localtimestamp rowid session_user user""");

    private AllowedSql() {}

    private static Set<String> words(String list) {
        return Set.of(list.split("\\s+"));
    }
}
