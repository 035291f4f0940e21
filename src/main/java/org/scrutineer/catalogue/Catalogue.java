package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the catalogue says, free of mistakes that can be seen without its SQL being run.
 *
 * @param returnTypes those further up have priority where two feed the same thing
 * @param reconciliation what must hold over the rows of all returns of a period; its findings change no verdict
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
        String hash) {

    /** A catalogue that asks nothing across returns, and waives nothing. */
    public Catalogue(
            Organisation organisation,
            Calendar calendar,
            List<ReturnType> returnTypes,
            List<View> views,
            List<Indicator> indicators,
            List<Target> targets,
            List<Audience> audiences,
            String hash) {
        this(organisation, calendar, returnTypes, views, indicators, targets, audiences, List.of(), List.of(), hash);
    }

    public Catalogue {
        returnTypes = List.copyOf(returnTypes);
        views = List.copyOf(views);
        indicators = List.copyOf(indicators);
        targets = List.copyOf(targets);
        audiences = List.copyOf(audiences);
        reconciliation = List.copyOf(reconciliation);
        waivers = List.copyOf(waivers);
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

    /** The target in force in a period: the one that started last. */
    public Optional<Target> target(String indicator, ReportingPeriod period) {
        return targets.stream()
                .filter(target -> target.indicator().equals(indicator))
                .filter(target -> target.validFrom().compareTo(period) <= 0)
                .max(Comparator.comparing(Target::validFrom));
    }
}
