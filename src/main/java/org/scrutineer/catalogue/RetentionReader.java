package org.scrutineer.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.RetentionRule.Event;
import org.scrutineer.catalogue.RetentionRule.Keep;
import org.scrutineer.catalogue.RetentionRule.Unit;
import org.scrutineer.catalogue.RetentionRule.What;

/** Reads {@code retention.yaml}; what no rule is about is kept until people decide otherwise. */
final class RetentionReader {

    private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,3}) (day|month|year)s?");

    private final ReturnTypes returnTypes;
    private final Problems problems;
    private final Map<String, Place> ids = new HashMap<>();
    /** By what is kept and the return type it is kept of, which is empty in a rule for all others. */
    private final Map<List<String>, Place> kept = new HashMap<>();

    RetentionReader(ReturnTypes returnTypes, Problems problems) {
        this.returnTypes = returnTypes;
        this.problems = problems;
    }

    List<RetentionRule> read(CatalogueFiles files) {
        return files.yaml("retention.yaml", "retention").map(Entry::items).orElse(List.of()).stream()
                .flatMap(entry -> rule(entry).stream())
                .toList();
    }

    private Optional<RetentionRule> rule(Entry entry) {
        entry.scalar("id").ifPresent(id -> {
            Place before = ids.putIfAbsent(id.written(), id.place());
            if (before != null) {
                problems.add(id, "each rule once; it is on line " + before.line() + " already");
            }
        });
        Optional<What> what = entry.choice("what", What.class);
        Optional<Event> after = entry.choice("after", Event.class);
        what.ifPresent(kind -> after.filter(event -> !kind.events().contains(event))
                .ifPresent(event -> problems.add(
                        entry.scalar("after").orElseThrow(), "one of " + names(kind.events()) + " for " + kind.id())));
        Set<String> types = returnTypes(entry, what);
        what.ifPresent(kind -> once(entry, kind, types));
        Optional<Keep> keep = entry.text("keep").flatMap(RetentionReader::length);
        return what.isEmpty() || after.isEmpty() || keep.isEmpty()
                ? Optional.empty()
                : Optional.of(new RetentionRule(
                        entry.textOrEmpty("id"),
                        what.get(),
                        types,
                        keep.get(),
                        after.get(),
                        entry.textOrEmpty("because"),
                        entry.place()));
    }

    private Set<String> returnTypes(Entry entry, Optional<What> what) {
        List<String> known = returnTypes.all().stream().map(ReturnType::id).toList();
        var types = new LinkedHashSet<String>();
        for (Entry type : entry.list("return-types")) {
            if (!known.contains(type.written())) {
                problems.unknown(type, "return types", known);
            }
            types.add(type.written());
        }
        what.filter(kind -> !kind.mayNameReturnTypes())
                .flatMap(kind -> entry.at("return-types"))
                .ifPresent(said -> problems.add(
                        said,
                        "no return-types, as " + what.get().id() + " are kept alike whatever return they are of"));
        return types;
    }

    private void once(Entry entry, What what, Set<String> types) {
        Collection<String> each = types.isEmpty() ? List.of("") : types;
        for (String type : each) {
            Place before = kept.putIfAbsent(List.of(what.id(), type), entry.place());
            if (before != null) {
                problems.add(
                        entry.place(),
                        type.isEmpty() ? what.id() : type,
                        "one rule for " + what.id() + (type.isEmpty() ? "" : " of " + type) + "; there is one on line "
                                + before.line() + " already");
            }
        }
    }

    private static String names(Set<Event> events) {
        return String.join(
                ", ",
                events.stream()
                        .map(event -> event.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    /** What is no length of time was told by the schema. */
    private static Optional<Keep> length(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.matches()
                ? Optional.of(new Keep(
                        Integer.parseInt(length.group(1)),
                        Unit.valueOf(length.group(2).toUpperCase(Locale.ROOT) + "S")))
                : Optional.empty();
    }
}
