package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column.Type;
import org.scrutineer.catalogue.Dataset.Kind;

/** Reads one dataset of a return type. */
final class DatasetReader {

    private static final Set<Type> NUMBERS = Set.of(Type.INTEGER, Type.DECIMAL, Type.MONEY);

    private final String id;
    private final Entry entry;
    private final CodeSets codes;
    private final Problems problems;
    private final Map<String, Entry> columns;
    private final Map<String, Place> headers = new HashMap<>();
    private final RuleReader rules;

    DatasetReader(String id, Entry entry, CodeSets codes, RuleReader rules, Problems problems) {
        this.id = id;
        this.entry = entry;
        this.codes = codes;
        this.problems = problems;
        this.columns = entry.fields("columns");
        this.rules = rules;
    }

    Dataset read() {
        List<Column> read = columns.entrySet().stream()
                .map(column -> column(column.getKey(), column.getValue()))
                .toList();
        entry.list("key").forEach(this::checkColumn);
        Optional<Kind> kind = entry.choice("kind", Kind.class);
        checkEventDate(kind);
        checkAlikeLastMonth();
        entry.scalar("team-column")
                .ifPresent(name -> checkType(name, Set.of(Type.TEXT, Type.CODE), "a column of type text or code"));
        return new Dataset(
                id,
                entry.textOrEmpty("name"),
                entry.texts("sheet"),
                entry.texts("key"),
                kind.orElse(Kind.FLOW),
                entry.text("event-date").orElse(null),
                entry.wholeNumber("months-covered").orElse(1),
                entry.wholeNumber("alike-last-month").orElse(null),
                entry.text("team-column").orElse(null),
                purpose(),
                read,
                entry.entries("rules").stream()
                        .map(rule -> rules.rowRule(rule, id, columns.keySet()))
                        .toList(),
                entry.place());
    }

    private Dataset.Purpose purpose() {
        Optional<Dataset.Purpose> purpose = entry.choice("purpose", Dataset.Purpose.class);
        purpose.ifPresent(said -> said.columns().stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(lacking -> problems.add(
                        entry.at("purpose").orElse(entry).place(),
                        null,
                        "the column " + lacking + " in a dataset of this purpose")));
        return purpose.orElse(Dataset.Purpose.RECORDS);
    }

    private void checkEventDate(Optional<Kind> kind) {
        Optional<Entry> eventDate = entry.scalar("event-date");
        eventDate.ifPresent(name -> checkType(
                name, Set.of(Type.DATE, Type.DATETIME, Type.MONTH), "a column of type date, datetime or month"));
        if (kind.equals(Optional.of(Kind.FLOW)) && entry.at("event-date").isEmpty()) {
            problems.add(
                    entry.place(), null, "the key event-date here: the column that says which month a row belongs to");
        }
        if (kind.equals(Optional.of(Kind.SNAPSHOT))) {
            eventDate.ifPresent(name -> problems.add(
                    name, "no event-date for a snapshot, which is how things stand at the end of the period"));
            entry.at("months-covered")
                    .ifPresent(months -> problems.add(
                            months,
                            "no months-covered for a snapshot, which is how things stand at the end of the period"));
        }
    }

    private void checkAlikeLastMonth() {
        if (entry.wholeNumber("months-covered").orElse(1) > 1) {
            entry.at("alike-last-month")
                    .ifPresent(percent -> problems.add(
                            percent,
                            "no alike-last-month for a dataset that covers several months, as it repeats its rows"));
        }
    }

    private boolean checkColumn(Entry name) {
        if (!columns.containsKey(name.written())) {
            problems.unknown(name, "columns", columns.keySet());
            return false;
        }
        return true;
    }

    private void checkType(Entry name, Set<Type> allowed, String expected) {
        if (checkColumn(name)) {
            Optional<Type> type = Optional.ofNullable(columns.get(name.written()))
                    .flatMap(column -> column.choice("type", Type.class));
            type.filter(one -> !allowed.contains(one)).ifPresent(one -> problems.add(name, expected));
        }
    }

    private Column column(String name, Entry column) {
        SqlNames.checkColumn(column.place(), name, problems);
        Optional<Type> type = column.choice("type", Type.class);
        checkHeaders(column);
        checkRange(column, type);
        Map<String, List<String>> codesOfColumn = codes.codes(column);
        List<String> blanks = codes.blanks(column);
        type.ifPresent(one -> checkCodes(column, one));
        checkBlanks(column, codesOfColumn, blanks);
        return new Column(
                name,
                column.texts("header"),
                type.orElse(Type.TEXT),
                column.isTrue("required"),
                column.isTrue("personal"),
                codesOfColumn,
                blanks,
                column.number("min").orElse(null),
                column.number("max").orElse(null),
                shape(column, type),
                column.scalar("about").map(Entry::written).orElse(null),
                column.place());
    }

    private Column.@Nullable Shape shape(Entry column, Optional<Type> type) {
        Optional<Entry> pattern = column.scalar("pattern");
        Optional<Entry> words = column.scalar("pattern-words");
        pattern.filter(regex -> type.isPresent() && type.get() != Type.TEXT)
                .ifPresent(regex -> problems.add(regex, "no pattern, or a column of type text"));
        if (pattern.isPresent() != words.isPresent()) {
            problems.add(column.place(), null, "both pattern and pattern-words, or neither");
            return null;
        }
        if (pattern.isEmpty()) {
            return null;
        }
        try {
            return new Column.Shape(
                    Pattern.compile(pattern.get().written()), words.get().written());
        } catch (PatternSyntaxException e) {
            problems.add(pattern.get(), "a regular expression; it says " + e.getDescription());
            return null;
        }
    }

    private void checkHeaders(Entry column) {
        for (Entry header : column.list("header")) {
            Place before = headers.putIfAbsent(Names.normal(header.written()), header.place());
            if (before != null) {
                problems.add(
                        header,
                        "a header that stands for one column only; it is on line " + before.line() + " already");
            }
        }
    }

    private void checkRange(Entry column, Optional<Type> type) {
        for (String key : List.of("min", "max")) {
            column.at(key)
                    .filter(limit -> type.isPresent() && !NUMBERS.contains(type.get()))
                    .ifPresent(limit ->
                            problems.add(limit, "no " + key + ", or a column of type integer, decimal or money"));
        }
        Optional<BigDecimal> min = column.number("min");
        Optional<BigDecimal> max = column.number("max");
        if (min.isPresent() && max.isPresent() && max.get().compareTo(min.get()) < 0) {
            problems.add(column.at("max").orElse(column), "a number that is not below min, " + min.get());
        }
    }

    private void checkCodes(Entry column, Type type) {
        if (type == Type.CODE && column.at("codes").isEmpty()) {
            problems.add(column.place(), null, "the key codes here, as every column of type code has");
        }
        if (type != Type.CODE) {
            column.at("codes").ifPresent(said -> problems.add(said, "no codes, or a column of type code"));
        }
    }

    private void checkBlanks(Entry column, Map<String, List<String>> codesOfColumn, List<String> blanks) {
        for (String blank : blanks) {
            codesOfColumn.forEach((code, others) -> {
                if (Names.same(code, blank) || others.stream().anyMatch(other -> Names.same(other, blank))) {
                    problems.add(
                            column.at("blank").orElse(column).place(),
                            blank,
                            "words for nothing that are not codes; this one means " + code);
                }
            });
        }
    }
}
