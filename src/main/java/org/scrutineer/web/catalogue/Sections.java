package org.scrutineer.web.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.DefinitionWords;
import org.scrutineer.indicators.FigureWords;

/** Tells a catalogue as it stands, part by part. Mail addresses and passwords are left out. */
final class Sections {

    private static final List<String> RULE = List.of("Rule", "What is wrong where it is broken", "What to do", "Then");

    private final Catalogue catalogue;

    Sections(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All parts, in the order people look for them. */
    List<Section> all() {
        return List.of(indicators(), targets(), returns(), rules(), organisation(), publications(), calendar());
    }

    private Section indicators() {
        List<String> headers = List.of(
                "Indicator",
                "Definition",
                "Numerator, or the figure itself",
                "Denominator",
                "Unit",
                "Days",
                "Good is",
                "Who answers for it",
                "Source",
                "In force");
        return new Section(
                "indicators",
                "Indicators",
                "How each figure is defined and calculated. Expressions name columns of the returns; :start and :end are the"
                        + " first and the last day a figure is about.",
                groups(
                        catalogue.indicators(),
                        Indicator::theme,
                        headers,
                        one -> List.of(
                                one.id() + " " + one.name(),
                                one.definition(),
                                DefinitionWords.numerator(one),
                                DefinitionWords.denominator(one),
                                FigureWords.unit(one),
                                one.timings().stream().map(FigureWords::timing).collect(Collectors.joining(", ")),
                                FigureWords.good(one),
                                catalogue.organisation().senderName(one.owner()),
                                one.source(),
                                months(one.validFrom(), one.validTo()))));
    }

    private Section targets() {
        return new Section(
                "targets",
                "Targets",
                "What indicators are held to. At the target or beyond it a figure is Green, up to the tolerance Amber, and"
                        + " further off Red.",
                List.of(new Section.Table(
                        "Targets",
                        List.of("Indicator", "Target", "Tolerance", "In force"),
                        catalogue.targets().stream()
                                .map(one -> List.of(
                                        indicatorName(one),
                                        FigureWords.exact(one.value()),
                                        FigureWords.exact(one.tolerance()),
                                        months(one.validFrom(), one.validTo())))
                                .toList())));
    }

    private String indicatorName(Target target) {
        return catalogue.indicators().stream()
                .filter(one -> one.id().equals(target.indicator()))
                .findFirst()
                .map(one -> one.id() + " " + one.name())
                .orElse(target.indicator());
    }

    private Section returns() {
        var tables = new ArrayList<Section.Table>();
        tables.add(new Section.Table(
                "Types of returns",
                List.of("Type", "Expected", "Sent by", "Template versions", "Datasets"),
                catalogue.returnTypes().stream()
                        .map(type -> List.of(
                                type.name() + " (" + type.id() + ")",
                                type.isSentAtWill() ? "When there is something to send" : "Every month",
                                type.isSentByRoles() ? "Those who answer for figures" : "Teams",
                                String.join(", ", type.templateVersions()),
                                type.datasets().stream().map(Dataset::name).collect(Collectors.joining(", "))))
                        .toList()));
        for (ReturnType type : catalogue.returnTypes()) {
            for (Dataset dataset : type.datasets()) {
                tables.add(new Section.Table(
                        type.name() + ": " + dataset.name() + " (" + dataset.id() + "), "
                                + (dataset.kind() == Dataset.Kind.SNAPSHOT
                                        ? "how things stand at the end of the period"
                                        : "what happened, each with its date"),
                        List.of(
                                "Column",
                                "Headers that are understood",
                                "What is expected",
                                "Asked for",
                                "What it means"),
                        dataset.columns().stream().map(this::column).toList()));
            }
        }
        return new Section(
                "returns",
                "Returns and their columns",
                "Which workbooks are sent, which sheets they have, and what each column holds.",
                tables);
    }

    private List<String> column(Column column) {
        return List.of(
                column.name(),
                String.join(", ", column.headers()),
                FigureWords.sentenceCase(column.expected()),
                (column.required() ? "Required" : "If known") + (column.personal() ? ", personal" : ""),
                column.about() == null ? "" : column.about());
    }

    private Section rules() {
        var tables = new ArrayList<Section.Table>();
        for (ReturnType type : catalogue.returnTypes()) {
            for (Dataset dataset : type.datasets()) {
                add(
                        tables,
                        type.name() + ": every row of " + dataset.name(),
                        dataset.rules().stream().map(Sections::rule).toList());
            }
            add(
                    tables,
                    type.name() + ": across its rows",
                    type.rules().stream().map(Sections::rule).toList());
        }
        add(
                tables,
                "Across returns",
                catalogue.reconciliation().stream().map(Sections::rule).toList());
        return new Section(
                "rules",
                "Rules",
                "What must hold in returns. An error keeps the row out; a warning and a query do not; what blocks has the"
                        + " whole return refused.",
                tables);
    }

    private static void add(List<Section.Table> tables, String caption, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            tables.add(new Section.Table(caption, RULE, rows));
        }
    }

    private static List<String> rule(RowRule rule) {
        return List.of(rule.id(), FigureWords.sentenceCase(rule.say()), rule.remedy(), then(rule.severity()));
    }

    private static List<String> rule(CrossRule rule) {
        return List.of(rule.id(), FigureWords.sentenceCase(rule.say()), rule.remedy(), then(rule.severity()));
    }

    private static String then(Severity severity) {
        return FigureWords.sentenceCase(severity.name().toLowerCase(Locale.ROOT));
    }

    private Section organisation() {
        Organisation organisation = catalogue.organisation();
        return new Section(
                "teams",
                "Teams and offices",
                organisation.name() + ", its services and teams, what they send, and who answers for figures.",
                List.of(
                        new Section.Table(
                                "Teams",
                                List.of("Team", "Service", "Other names", "Sends every month", "There"),
                                organisation.teams().stream()
                                        .map(team -> List.of(
                                                team.name(),
                                                organisation.services().stream()
                                                        .filter(service ->
                                                                service.id().equals(team.service()))
                                                        .map(Organisation.Service::name)
                                                        .findFirst()
                                                        .orElse(""),
                                                String.join(", ", team.aliases()),
                                                catalogue.returnTypes().stream()
                                                        .filter(type ->
                                                                team.owes().containsKey(type.id()))
                                                        .map(ReturnType::name)
                                                        .collect(Collectors.joining(", ")),
                                                days(team.validFrom(), team.validTo())))
                                        .toList()),
                        new Section.Table(
                                "Authorities",
                                List.of("Authority", "Code", "There"),
                                organisation.authorities().stream()
                                        .map(one -> List.of(one.name(), one.id(), days(one.validFrom(), one.validTo())))
                                        .toList()),
                        new Section.Table(
                                "Offices",
                                List.of("Office", "Answers for"),
                                organisation.roles().stream()
                                        .map(role -> List.of(
                                                role.name(),
                                                catalogue.indicators().stream()
                                                        .filter(one ->
                                                                one.owner().equals(role.id()))
                                                        .map(Indicator::id)
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))))
                                        .toList())));
    }

    private Section publications() {
        return new Section(
                "publications",
                "Publications",
                "Who gets what of a run's figures, and how it comes to them.",
                List.of(new Section.Table(
                        "Audiences",
                        List.of("Audience", "Title", "Indicators", "Small numbers", "How it goes out"),
                        catalogue.audiences().stream()
                                .map(audience -> List.of(
                                        audience.name(),
                                        audience.title(),
                                        audience.indicators().isEmpty()
                                                ? "All"
                                                : String.join(", ", audience.indicators()),
                                        audience.isPublic() ? "Hidden, by profile " + audience.disclosure() : "Shown",
                                        released(audience)))
                                .toList())));
    }

    private String released(Audience audience) {
        return audience.release().automatic()
                ? "By itself, at the end of its run"
                : audience.release().approvers().isEmpty()
                        ? "Not at all"
                        : "Approved by "
                                + audience.release().approvers().stream()
                                        .map(catalogue.organisation()::senderName)
                                        .collect(Collectors.joining(" or "));
    }

    private Section calendar() {
        return new Section(
                "calendar",
                "Calendar",
                "Returns are due on working day " + catalogue.calendar().deadlineWorkingDays()
                        + " after the end of the period, unless their type says otherwise.",
                List.of(
                        new Section.Table(
                                "Meetings",
                                List.of("Meeting", "Papers due", "Reports on"),
                                catalogue.meetings().stream()
                                        .map(meeting -> List.of(
                                                FigureWords.date(meeting.date()),
                                                Optional.ofNullable(meeting.papersDue())
                                                        .map(FigureWords::date)
                                                        .orElse(""),
                                                meeting.periods().stream()
                                                        .map(ReportingPeriod::title)
                                                        .collect(Collectors.joining(", "))))
                                        .toList()),
                        new Section.Table(
                                "Bank holidays",
                                List.of("Day"),
                                catalogue.calendar().bankHolidays().stream()
                                        .sorted()
                                        .map(day -> List.of(FigureWords.date(day)))
                                        .toList())));
    }

    private static <T> List<Section.Table> groups(
            List<T> all, Function<T, String> group, List<String> headers, Function<T, List<String>> row) {
        return all.stream()
                .map(group)
                .distinct()
                .map(name -> new Section.Table(
                        name,
                        headers,
                        all.stream()
                                .filter(one -> group.apply(one).equals(name))
                                .map(row)
                                .toList()))
                .toList();
    }

    private static String months(ReportingPeriod from, @Nullable ReportingPeriod to) {
        return "From " + from.title() + (to == null ? "" : " to " + to.title());
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return FigureWords.sentenceCase(Stream.of(
                        from == null ? "" : "from " + FigureWords.date(from),
                        to == null ? "" : "to " + FigureWords.date(to))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
    }
}
