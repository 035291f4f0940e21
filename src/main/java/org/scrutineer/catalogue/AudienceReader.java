package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience.Check;
import org.scrutineer.catalogue.Audience.Columns;
import org.scrutineer.catalogue.Audience.Layout;
import org.scrutineer.catalogue.Audience.Paper;
import org.scrutineer.catalogue.Audience.Release;
import org.scrutineer.catalogue.Audience.Sheet;
import org.scrutineer.catalogue.Audience.SideBySide;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.lint.LintWaiver;
import org.scrutineer.lint.Rule;

/** Reads the files in {@code publications}, each for an audience. */
final class AudienceReader {

    /** More than these do not fit on a paper that a meeting reads. */
    private static final int MOST_ON_PAPER = 20;

    /** Sheets with points of series, names of files, or texts that quote figures, none of which can be hidden one by one. */
    private static final Set<Sheet> NOT_PUBLIC = EnumSet.of(Sheet.TRENDS, Sheet.EXCEPTIONS, Sheet.PROVENANCE);

    private final Optional<Organisation> organisation;
    private final Indicators indicators;
    private final List<String> profiles;
    private final Problems problems;
    private final Map<String, Place> ids = new HashMap<>();

    /** @param organisation none where its file could not be read: nothing is looked up in it then */
    AudienceReader(
            Optional<Organisation> organisation,
            Indicators indicators,
            List<DisclosureProfile> profiles,
            Problems problems) {
        this.organisation = organisation;
        this.indicators = indicators;
        this.profiles = profiles.stream().map(DisclosureProfile::id).toList();
        this.problems = problems;
    }

    List<Audience> read(CatalogueFiles files) {
        return files.yamls("publications", "publication").stream()
                .map(this::audience)
                .toList();
    }

    private Audience audience(Entry root) {
        root.scalar("id").ifPresent(id -> {
            Place before = ids.putIfAbsent(id.written(), id.place());
            if (before != null) {
                problems.add(id, "an id that no other publication has; see " + before);
            }
        });
        checkCodes(root);
        root.entries("establishment").forEach(this::checkCodes);
        organisation.ifPresent(known -> checkNames(root, known));
        root.scalar("disclosure").ifPresent(profile -> checkPublic(root, profile));
        Columns columns = root.choice("columns", Columns.class).orElse(Columns.FULL);
        if (columns == Columns.PAPER) {
            checkPaper(root);
        }
        return new Audience(
                root.textOrEmpty("id"),
                root.textOrEmpty("name"),
                root.textOrEmpty("title"),
                root.textOrEmpty("status"),
                levels(root),
                root.text("authority").orElse(null),
                sheets(root),
                columns,
                root.texts("indicators"),
                root.entries("establishment").stream()
                        .map(table -> new SideBySide(table.textOrEmpty("title"), table.texts("indicators")))
                        .toList(),
                root.text("disclosure").orElse(null),
                root.texts("recipients"),
                release(root),
                new Layout(
                        root.choice("paper", Paper.class).orElse(null),
                        root.isTrue("freeze-panes"),
                        root.isTrue("filters"),
                        root.at("fills").isEmpty() || root.isTrue("fills"),
                        waivers(root)),
                root.place());
    }

    private void checkCodes(Entry of) {
        of.list("indicators").forEach(code -> indicators.find(code.place(), code.written()));
    }

    private void checkNames(Entry root, Organisation known) {
        List<String> authorities =
                known.authorities().stream().map(Authority::id).toList();
        root.scalar("authority")
                .filter(authority -> !authorities.contains(authority.written()))
                .ifPresent(authority -> problems.unknown(authority, "authorities of organisation.yaml", authorities));
        List<String> roles = known.roles().stream().map(Role::id).toList();
        for (String key : List.of("recipients", "approvers")) {
            root.list(key).stream()
                    .filter(role -> !roles.contains(role.written()))
                    .forEach(role -> problems.unknown(role, "roles of organisation.yaml", roles));
        }
        known.roles().stream()
                .filter(role -> role.email() == null)
                .forEach(role -> find(root, "recipients", role)
                        .ifPresent(recipient -> problems.add(
                                recipient, "a role with an email, or a contact that is one, in organisation.yaml")));
        known.roles().stream()
                .filter(role -> role.holders().isEmpty())
                .forEach(role -> find(root, "approvers", role)
                        .ifPresent(approver -> problems.add(approver, "a role with holders in organisation.yaml")));
    }

    private static Optional<Entry> find(Entry root, String key, Role role) {
        return root.list(key).stream()
                .filter(entry -> entry.written().equals(role.id()))
                .findFirst();
    }

    private Release release(Entry root) {
        boolean automatic = root.text("release").filter("automatic"::equals).isPresent();
        root.at("approvers")
                .filter(approvers -> automatic)
                .ifPresent(approvers -> problems.add(
                        approvers.place(), null, "no approvers, as release is automatic and nobody is asked"));
        return new Release(
                automatic,
                root.texts("approvers"),
                root.at("blocked-by").isEmpty()
                        ? Release.NONE.blockedBy()
                        : root.list("blocked-by").stream()
                                .flatMap(check -> check.choice(Check.class).stream())
                                .collect(Collectors.toSet()));
    }

    private void checkPublic(Entry root, Entry profile) {
        if (!profiles.contains(profile.written())) {
            problems.unknown(profile, "profiles of disclosure.yaml", profiles);
        }
        if (root.at("sheets").isEmpty()) {
            problems.add(root.place(), null, "the key sheets here, as disclosure hides small numbers");
        }
        root.list("sheets").stream()
                .filter(sheet ->
                        sheet.choice(Sheet.class).filter(NOT_PUBLIC::contains).isPresent())
                .forEach(sheet -> problems.add(
                        sheet,
                        "a sheet without series, file names and quoted figures, as disclosure hides small numbers"));
    }

    private void checkPaper(Entry root) {
        int chosen = root.list("indicators").size();
        if (chosen == 0 || chosen > MOST_ON_PAPER) {
            problems.add(
                    root.at("indicators").orElse(root).place(),
                    chosen == 0 ? null : chosen + " indicators",
                    "1 to " + MOST_ON_PAPER + " indicators under the key indicators, as columns is paper");
        }
    }

    private List<LintWaiver> waivers(Entry root) {
        List<LintWaiver> waivers = new ArrayList<>();
        for (Entry waiver : root.entries("waive")) {
            waiver.scalar("rule")
                    .ifPresent(rule -> Rule.of(rule.written())
                            .ifPresentOrElse(
                                    found -> waivers.add(new LintWaiver(
                                            found, waiver.text("sheet").orElse(null), waiver.textOrEmpty("because"))),
                                    () -> problems.unknown(rule, "rules for workbooks", Rule.ids())));
        }
        return waivers;
    }

    /** The whole is told with each level: nothing that is shown of a part would otherwise have a total. */
    private static Set<Level> levels(Entry root) {
        Set<Level> levels = root.list("levels").stream()
                .flatMap(level -> level.choice(Level.class).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
        if (root.at("levels").isEmpty()) {
            return EnumSet.allOf(Level.class);
        }
        levels.add(Level.WHOLE);
        return levels;
    }

    private List<Sheet> sheets(Entry root) {
        if (root.at("sheets").isEmpty()) {
            return List.of(Sheet.values());
        }
        List<Sheet> sheets = new ArrayList<>();
        root.list("sheets").forEach(sheet -> sheet.choice(Sheet.class).ifPresent(sheets::add));
        if (!sheets.contains(Sheet.NOTES)) {
            problems.add(
                    root.at("sheets").orElse(root).place(), null, "notes among the sheets, as the others refer to it");
        }
        return sheets;
    }
}
