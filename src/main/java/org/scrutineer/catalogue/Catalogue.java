package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the catalogue says, free of mistakes that can be seen without its SQL being run.
 *
 * @param returnTypes those further up have priority where two feed the same thing
 * @param reconciliation what must hold over the rows of all returns of a period; its findings change no verdict
 * @param references tables of published numbers that indicators may divide by
 * @param meetings earliest first
 * @param disclosureProfiles the ways in which small numbers can be hidden in public
 * @param retention how long what is kept; what no rule is about is kept
 * @param materiality when a change of a published figure is material
 * @param hash SHA-256 over all catalogue files, names and bytes
 */
public record Catalogue(
        Organisation organisation,
        Calendar calendar,
        List<ReturnType> returnTypes,
        List<View> views,
        List<Indicator> indicators,
        List<Target> targets,
        List<Audience> audiences,
        List<CrossRule> reconciliation,
        List<Waiver> waivers,
        List<ReferenceTable> references,
        Benchmarks benchmarks,
        List<Meeting> meetings,
        TrendSettings trends,
        List<DisclosureProfile> disclosureProfiles,
        List<RetentionRule> retention,
        Materiality materiality,
        String hash) {

    /** A catalogue that asks nothing across returns, waives nothing, compares with nobody and knows of no meeting. */
    public Catalogue(
            Organisation organisation,
            Calendar calendar,
            List<ReturnType> returnTypes,
            List<View> views,
            List<Indicator> indicators,
            List<Target> targets,
            List<Audience> audiences,
            String hash) {
        this(
                organisation,
                calendar,
                returnTypes,
                views,
                indicators,
                targets,
                audiences,
                List.of(),
                List.of(),
                List.of(),
                Benchmarks.NONE,
                List.of(),
                TrendSettings.MAKING_DATA_COUNT,
                List.of(),
                List.of(),
                Materiality.OF_EVERY_CHANGE,
                hash);
    }

    public Catalogue {
        returnTypes = List.copyOf(returnTypes);
        views = List.copyOf(views);
        indicators = List.copyOf(indicators);
        targets = List.copyOf(targets);
        audiences = List.copyOf(audiences);
        reconciliation = List.copyOf(reconciliation);
        waivers = List.copyOf(waivers);
        references = List.copyOf(references);
        meetings = List.copyOf(meetings);
        disclosureProfiles = List.copyOf(disclosureProfiles);
        retention = List.copyOf(retention);
    }

    /** The return type known by this id or name. */
    public Optional<ReturnType> returnType(String text) {
        return returnTypes.stream()
                .filter(type -> Names.same(type.id(), text) || Names.same(type.name(), text))
                .findFirst();
    }

    public List<Dataset> datasets() {
        return returnTypes.stream().flatMap(type -> type.datasets().stream()).toList();
    }

    /** The datasets whose rows are for a purpose. */
    public List<Dataset> datasets(Dataset.Purpose purpose) {
        return datasets().stream()
                .filter(dataset -> dataset.purpose() == purpose)
                .toList();
    }

    /** The names and codes of its parts of the organisation and of its indicators, as people write them in a text. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        names.add(organisation.name());
        organisation.services().forEach(service -> names.add(service.name()));
        organisation.teams().forEach(team -> {
            names.add(team.name());
            names.addAll(team.aliases());
        });
        indicators.forEach(indicator -> {
            names.add(indicator.id());
            names.add(indicator.name());
        });
        return names;
    }

    /** The disclosure profile with an id. */
    public Optional<DisclosureProfile> disclosureProfile(String id) {
        return disclosureProfiles.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst();
    }

    /** The roles that answer for indicators, in the organisation's order; publications may go to others too. */
    public List<Organisation.Role> owners() {
        Set<String> owners = indicators.stream().map(Indicator::owner).collect(Collectors.toSet());
        return organisation.roles().stream()
                .filter(role -> owners.contains(role.id()))
                .toList();
    }

    /** The code of the indicator that a text names, in the catalogue's spelling. */
    public Optional<String> indicatorCode(String text) {
        return indicators.stream()
                .map(Indicator::id)
                .filter(code -> Names.same(code, text))
                .findFirst();
    }

    /** The datasets that a return of a type may hold beside its own: those of the types that stand in every return. */
    public List<Dataset> datasetsBeside(ReturnType type) {
        return returnTypes.stream()
                .filter(other -> other.terms().inEveryReturn() && !other.id().equals(type.id()))
                .flatMap(other -> other.datasets().stream())
                .toList();
    }

    /** The last day on which a return of a type for a period is in time. */
    public LocalDate deadline(ReturnType type, ReportingPeriod period) {
        Integer own = type.terms().deadlineWorkingDays();
        return own == null ? calendar.deadline(period) : calendar.deadline(period, own);
    }

    /** The indicators that are defined in a period, in the catalogue's order. */
    public List<Indicator> indicators(ReportingPeriod period) {
        return indicators.stream()
                .filter(indicator -> indicator.validIn(period))
                .toList();
    }

    /**
     * The latest period reported to the meeting before the first one that a period is reported to. Where the period is
     * reported to none yet, the latest one before it that was reported to any.
     */
    public Optional<ReportingPeriod> lastReported(ReportingPeriod period) {
        Optional<LocalDate> meeting = meetings.stream()
                .filter(one -> one.periods().contains(period))
                .map(Meeting::date)
                .findFirst();
        return meetings.stream()
                .filter(one -> meeting.isEmpty() || one.date().isBefore(meeting.get()))
                .flatMap(one -> one.periods().stream())
                .filter(reported -> reported.compareTo(period) < 0)
                .max(Comparator.naturalOrder());
    }

    /** The definition of a code in force in a period. */
    public Optional<Indicator> definition(String code, ReportingPeriod period) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(code) && indicator.validIn(period))
                .findFirst();
    }

    /** The definition that this one took the place of. */
    public Optional<Indicator> replaced(Indicator definition) {
        return definition(definition.id(), definition.validFrom().plusMonths(-1));
    }

    /**
     * The first month whose figure means what it means by this definition: that of the oldest one that it goes on. Before
     * it the code had another definition or none.
     */
    public ReportingPeriod seriesStart(Indicator definition) {
        Indicator oldest = definition;
        for (Optional<Indicator> before = replaced(oldest);
                oldest.continues() && before.isPresent();
                before = replaced(oldest)) {
            oldest = before.get();
        }
        return oldest.validFrom();
    }

    /** Whether a code's figures of two periods mean the same: it is defined in both, and no break lies between. */
    public boolean comparable(String code, ReportingPeriod one, ReportingPeriod other) {
        ReportingPeriod earlier = one.compareTo(other) <= 0 ? one : other;
        ReportingPeriod later = earlier.equals(one) ? other : one;
        return definition(code, earlier).isPresent()
                && definition(code, later)
                        .filter(definition -> seriesStart(definition).compareTo(earlier) <= 0)
                        .isPresent();
    }

    /** The first month of a definition that changed what the code means; none for one that changed nothing. */
    public Optional<ReportingPeriod> breakBefore(Indicator definition) {
        ReportingPeriod start = seriesStart(definition);
        return definition(definition.id(), start.plusMonths(-1)).map(before -> start);
    }

    /** Whether a figure of these months would be made partly by a definition that meant something else. */
    public boolean reachesAcrossBreak(Indicator definition, Months months) {
        return breakBefore(definition)
                .filter(start -> months.first().compareTo(start) < 0)
                .isPresent();
    }

    /** The target in force in a period: the one that started last, if it has not ended. */
    public Optional<Target> target(String indicator, ReportingPeriod period) {
        return targets.stream()
                .filter(target -> target.indicator().equals(indicator))
                .filter(target -> target.validFrom().compareTo(period) <= 0)
                .max(Comparator.comparing(Target::validFrom))
                .filter(target -> target.validTo() == null || period.compareTo(target.validTo()) <= 0);
    }

    /**
     * The rule for something of a return: the one that names its type, else the one that names none.
     *
     * @param returnType null for a file that nobody can tell the return of
     */
    public Optional<RetentionRule> retention(RetentionRule.What what, @Nullable String returnType) {
        List<RetentionRule> rules =
                retention.stream().filter(rule -> rule.what() == what).toList();
        return rules.stream()
                .filter(rule -> returnType != null && rule.returnTypes().contains(returnType))
                .findFirst()
                .or(() -> rules.stream()
                        .filter(rule -> rule.returnTypes().isEmpty())
                        .findFirst());
    }
}
