package org.scrutineer.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * The sheet {@code Return} of a workbook: labels in column A, values in column B. It says whose return it is, which
 * type, for which period and when it was prepared; the file's name says nothing against it.
 */
final class ReturnSheet {

    static final String NAME = "Return";

    private final Catalogue catalogue;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private String sheetName = NAME;
    private final LabelledValues values = new LabelledValues();
    private final List<Finding> noticed = new ArrayList<>();

    private ReturnSheet(Catalogue catalogue, String file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    static boolean isIn(SourceWorkbook workbook) {
        return sheet(workbook).isPresent();
    }

    private static Optional<SourceSheet> sheet(SourceWorkbook workbook) {
        return workbook.sheets().stream()
                .filter(candidate -> Names.same(candidate.name(), NAME))
                .findFirst();
    }

    /** @throws java.util.NoSuchElementException where the workbook has no such sheet */
    static Identified read(SourceWorkbook workbook, String file, Catalogue catalogue)
            throws UnreadableWorkbookException, IOException {
        return new ReturnSheet(catalogue, file)
                .identify(workbook, sheet(workbook).orElseThrow());
    }

    private Identified identify(SourceWorkbook workbook, SourceSheet sheet)
            throws UnreadableWorkbookException, IOException {
        sheetName = sheet.name();
        workbook.read(sheet, values);
        if (sheet.hidden()) {
            noticed.add(new Finding(
                    "return-sheet-hidden",
                    Severity.INFO,
                    file,
                    sheetName,
                    null,
                    null,
                    "a sheet that everybody can see; it was read all the same",
                    "Unhide the sheet, so that whoever sends the workbook sees what it says of itself."));
        }
        Optional<ReturnType> type = returnType();
        Optional<String> version = templateVersion(type);
        Optional<ReportingPeriod> period = period();
        Optional<String> sender = type.filter(ReturnType::isSentByRoles).isPresent() ? role() : sender(period);
        type.ifPresent(known -> sender.ifPresent(team -> checkExpected(known, team)));
        Optional<LocalDate> preparedOn = preparedOn();
        Set<String> nothing = type.map(this::nothingToReport).orElse(Set.of());
        if (!findings.isEmpty()) {
            return Identified.unknown(findings);
        }
        return new Identified(
                new ReturnIdentity.Known(
                        type.orElseThrow().id(),
                        sender.orElseThrow(),
                        period.orElseThrow(),
                        preparedOn.orElseThrow(),
                        nothing),
                version.orElseThrow(),
                noticed,
                said("period"),
                said("prepared on"));
    }

    private Identified.Said said(String label) {
        LabelledValues.Entry entry = Objects.requireNonNull(values.get(label));
        return new Identified.Said(sheetName, entry.cell(), entry.value());
    }

    /** Nobody owes a return that is sent at will; of the others a team sends those it owes. */
    private void checkExpected(ReturnType type, String sender) {
        if (type.isSentAtWill()) {
            return;
        }
        Set<String> owed = catalogue
                .organisation()
                .team(sender)
                .map(team -> team.owes().keySet())
                .orElse(Set.of());
        if (!owed.contains(type.id())) {
            String name = catalogue.organisation().senderName(sender);
            block(
                    "return-not-expected",
                    values.get("return type"),
                    owed.isEmpty()
                            ? "no return, as " + name + " sends none"
                            : "a return that " + name + " sends: " + String.join(", ", owed),
                    "Correct the return type or the team.");
        }
    }

    private Optional<ReturnType> returnType() {
        return required("return type", "the type of return").flatMap(entry -> {
            Optional<ReturnType> type = catalogue.returnType(entry.value());
            if (type.isEmpty()) {
                List<String> known =
                        catalogue.returnTypes().stream().map(ReturnType::id).toList();
                block(
                        "return-type-unknown",
                        entry,
                        "one of " + String.join(", ", known) + nearest(entry.value(), known),
                        "Correct the return type.");
            }
            return type;
        });
    }

    private Optional<String> templateVersion(Optional<ReturnType> type) {
        Optional<LabelledValues.Entry> version = required("template version", "the version of the template");
        if (type.isPresent() && version.isPresent()) {
            List<String> known = type.get().templateVersions();
            if (!known.contains(version.get().value())) {
                block(
                        "template-version-unknown",
                        version.get(),
                        "template version " + String.join(" or ", known) + " of "
                                + type.get().id(),
                        "Use the current template.");
            } else if (!known.get(0).equals(version.get().value())) {
                noticed.add(new Finding(
                        "template-version-older",
                        Severity.INFO,
                        file,
                        sheetName,
                        version.get().cell(),
                        version.get().value(),
                        "template version " + known.get(0) + " of " + type.get().id()
                                + "; the older version was read as it was meant",
                        "Use the current template next time."));
            }
        }
        return version.map(LabelledValues.Entry::value);
    }

    private Optional<ReportingPeriod> period() {
        return required("period", "the period, such as December 2018").flatMap(entry -> {
            Optional<ReportingPeriod> period = entry.date() != null
                    ? Optional.of(ReportingPeriod.containing(entry.date()))
                    : ReportingPeriod.read(entry.value());
            period = period.filter(month -> TypedText.isReportable(month.firstDay()));
            if (period.isEmpty()) {
                block(
                        "period-unknown",
                        entry,
                        "a month such as 2018-12, Dec-18 or December 2018",
                        "Correct the period.");
            }
            return period;
        });
    }

    /** The id of the team, or of the organisation where it names that. */
    private Optional<String> sender(Optional<ReportingPeriod> period) {
        return required("team", "the name of the team").flatMap(entry -> {
            Organisation organisation = catalogue.organisation();
            if (organisation.isCalled(entry.value())) {
                return Optional.of(organisation.id());
            }
            Optional<Organisation.Team> team = period.flatMap(month -> organisation.team(entry.value(), month))
                    .or(() -> organisation.team(entry.value()));
            if (team.isEmpty()) {
                List<String> known = organisation.teams().stream()
                        .map(Organisation.Team::name)
                        .toList();
                block(
                        "team-unknown",
                        entry,
                        "the name of a team" + nearest(entry.value(), known),
                        "Correct the team; a new team is added to organisation.yaml by the data officer.");
            } else if (period.isPresent() && !team.get().existsOn(period.get().lastDay())) {
                block(
                        "team-not-in-period",
                        entry,
                        "a team there was in " + period.get().title(),
                        "Correct the team or the period.");
            }
            return team.map(Organisation.Team::id);
        });
    }

    private Optional<String> role() {
        return required("team", "the role that answers for the indicators").flatMap(entry -> {
            Organisation organisation = catalogue.organisation();
            Optional<String> role = organisation.role(entry.value()).map(Organisation.Role::id);
            if (role.isEmpty()) {
                List<String> known = organisation.roles().stream()
                        .map(Organisation.Role::name)
                        .toList();
                block(
                        "role-unknown",
                        entry,
                        "a role that answers for indicators" + nearest(entry.value(), known),
                        "Correct the role; a new one is added to organisation.yaml by the data officer.");
            }
            return role;
        });
    }

    private Optional<LocalDate> preparedOn() {
        return required("prepared on", "the date the return was prepared").flatMap(entry -> {
            Optional<LocalDate> date = entry.date() != null ? Optional.of(entry.date()) : TypedText.date(entry.value());
            date = date.filter(TypedText::isReportable);
            if (date.isEmpty()) {
                block("prepared-on-unknown", entry, "a date such as 8 January 2019", "Correct the date.");
            }
            return date;
        });
    }

    private Set<String> nothingToReport(ReturnType type) {
        LabelledValues.Entry entry = values.get("nothing to report for");
        var datasets = new LinkedHashSet<String>();
        if (entry == null || entry.value().isEmpty()) {
            return datasets;
        }
        for (String name : entry.value().split("[,;\n]")) {
            Optional<Dataset> named = Stream.concat(type.datasets().stream(), catalogue.datasetsBeside(type).stream())
                    .filter(dataset -> Names.same(dataset.id(), name)
                            || Names.same(dataset.name(), name)
                            || dataset.sheets().stream().anyMatch(sheet -> Names.same(sheet, name)))
                    .findFirst();
            if (named.isPresent()) {
                datasets.add(named.get().id());
            } else if (!name.isBlank() && !Names.same(name, "none")) {
                List<String> known = type.datasets().stream().map(Dataset::name).toList();
                block(
                        "nothing-to-report-unknown",
                        entry,
                        "names of sheets of this return" + nearest(name, known),
                        "Correct the names, separated by commas.");
            }
        }
        return datasets;
    }

    private Optional<LabelledValues.Entry> required(String label, String expected) {
        LabelledValues.Entry entry = values.get(label);
        if (entry == null) {
            findings.add(new Finding(
                    "return-sheet-incomplete",
                    Severity.BLOCK,
                    file,
                    sheetName,
                    null,
                    null,
                    "a row labelled \"" + Character.toUpperCase(label.charAt(0)) + label.substring(1)
                            + "\" in column A with " + expected + " in column B",
                    "Add the row."));
            return Optional.empty();
        }
        if (entry.value().isEmpty()) {
            findings.add(new Finding(
                    "return-sheet-incomplete",
                    Severity.BLOCK,
                    file,
                    sheetName,
                    CellAddress.of(entry.row(), 2),
                    "",
                    expected,
                    "Fill in the cell."));
            return Optional.empty();
        }
        return Optional.of(entry);
    }

    private void block(String rule, LabelledValues.@Nullable Entry entry, String expected, String remedy) {
        findings.add(new Finding(
                rule,
                Severity.BLOCK,
                file,
                sheetName,
                entry == null ? null : entry.cell(),
                entry == null ? null : entry.value(),
                expected,
                remedy));
    }

    private static String nearest(String name, List<String> known) {
        return Names.nearest(name, known).map(near -> ", perhaps " + near).orElse("");
    }
}
