package org.scrutineer.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.ReturnType.PeriodSource;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * Tells a workbook that others designed, such as an Ofsted Annex A, for a return: the type by the headers of its
 * sheets, the period as the type says, the day it was prepared by the file's name or by when it was last saved. It is
 * the return of the organisation as a whole; its rows name their teams.
 */
final class SheetsOnly {

    /** As many sheets must have the headers of a type: fewer may be a part of something else. */
    private static final int SHEETS_NEEDED = 3;

    private final Catalogue catalogue;
    private final String file;

    SheetsOnly(Catalogue catalogue, String file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    /** @param sheets how many sheets have the headers of a dataset */
    private record Candidate(ReturnType type, int sheets) {}

    /** A period with the words that say where it comes from. */
    private record Inferred(ReportingPeriod period, PeriodSource source) {

        String why() {
            return switch (source) {
                case FILE_NAME -> "as the name of the file says";
                case FOLDER -> "as the name of its folder says";
                case LAST_SAVED -> "the month in which it was last saved";
            };
        }
    }

    /** Empty where no type is known by sheets like these, or two types are. */
    Optional<Identified> identify(SourceWorkbook workbook) throws UnreadableWorkbookException, IOException {
        List<ReturnType> types = catalogue.returnTypes().stream()
                .filter(ReturnType::isKnownByItsSheets)
                .toList();
        if (types.isEmpty() || workbook.sheets().size() < SHEETS_NEEDED) {
            return Optional.empty();
        }
        Map<SourceSheet, SheetHead> heads = SheetChoice.heads(
                workbook,
                types.stream()
                        .flatMap(type ->
                                type.templateVersions().stream().flatMap(version -> type.datasets(version).stream()))
                        .distinct()
                        .toList());
        List<Candidate> candidates = types.stream()
                .map(type -> new Candidate(type, sheets(type, heads)))
                .filter(candidate -> candidate.sheets() >= SHEETS_NEEDED)
                .toList();
        return candidates.size() == 1
                ? Optional.of(identified(candidates.get(0).type(), heads, workbook))
                : Optional.empty();
    }

    private static int sheets(ReturnType type, Map<SourceSheet, SheetHead> heads) {
        return (int) type.datasets().stream()
                .filter(dataset -> heads.values().stream().anyMatch(head -> head.columnsOf(dataset) > 0))
                .count();
    }

    private Identified identified(ReturnType type, Map<SourceSheet, SheetHead> heads, SourceWorkbook workbook)
            throws IOException {
        Optional<LocalDate> lastSaved = workbook.lastSaved();
        Optional<Inferred> period = type.terms().periodFrom().stream()
                .flatMap(source -> period(source, lastSaved).stream())
                .findFirst();
        Optional<LocalDate> named = NamedPeriod.dayOfFile(file);
        Optional<LocalDate> preparedOn = named.or(() -> lastSaved).filter(TypedText::isReportable);
        if (period.isEmpty() || preparedOn.isEmpty()) {
            return Identified.unknown(reasons(type, period.isEmpty(), preparedOn.isEmpty()));
        }
        String version = version(type, heads);
        var identity = new ReturnIdentity.Known(
                type.id(), catalogue.organisation().id(), period.get().period(), preparedOn.get(), Set.of());
        boolean sure = period.get().source() == PeriodSource.FILE_NAME;
        Finding told = new Finding(
                "return-inferred",
                sure ? Severity.INFO : Severity.QUERY,
                file,
                null,
                null,
                null,
                "a sheet Return; without one it was read as " + type.name() + ", template version " + version + ", of "
                        + catalogue.organisation().name() + " for "
                        + period.get().period().title() + ", " + period.get().why() + ", prepared on "
                        + TypedText.written(preparedOn.get())
                        + (named.isPresent() ? ", as the name of the file says" : ", when it was last saved"),
                sure
                        ? "Nothing, if this is right."
                        : "Confirm the period, or put it into the name of the file, such as 2019-12, and send it again.");
        return new Identified(identity, version, List.of(told), null, null);
    }

    private Optional<Inferred> period(PeriodSource source, Optional<LocalDate> lastSaved) {
        Optional<ReportingPeriod> period = switch (source) {
            case FILE_NAME -> NamedPeriod.ofFile(file);
            case FOLDER -> NamedPeriod.ofFolder(file);
            case LAST_SAVED -> lastSaved.map(ReportingPeriod::containing);
        };
        return period.filter(month -> TypedText.isReportable(month.firstDay()))
                .map(month -> new Inferred(month, source));
    }

    private List<Finding> reasons(ReturnType type, boolean noPeriod, boolean noDay) {
        var reasons = new ArrayList<Finding>();
        if (noPeriod) {
            reasons.add(block(
                    "period-unknown",
                    "one month in the name of the file, such as 2019-12, as it has no sheet Return; by its sheets it is "
                            + type.name(),
                    "Put the month into the name of the file and send it again."));
        }
        if (noDay) {
            reasons.add(block(
                    "prepared-on-unknown",
                    "a day in the name of the file, such as 2019-12-31, as neither a sheet Return nor the workbook itself"
                            + " says when it was prepared",
                    "Save the workbook in Excel, or put the day into the name of the file, and send it again."));
        }
        return reasons;
    }

    private Finding block(String rule, String expected, String remedy) {
        return new Finding(rule, Severity.BLOCK, file, null, null, fileName(), expected, remedy);
    }

    private @Nullable String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The version whose headers are there most completely; of several the newest. */
    private static String version(ReturnType type, Map<SourceSheet, SheetHead> heads) {
        String best = type.templateVersions().get(0);
        int fewest = Integer.MAX_VALUE;
        for (String version : type.templateVersions()) {
            int lacking = lacking(type.datasets(version), heads);
            if (lacking < fewest) {
                fewest = lacking;
                best = version;
            }
        }
        return best;
    }

    private static int lacking(List<Dataset> datasets, Map<SourceSheet, SheetHead> heads) {
        int lacking = 0;
        for (Dataset dataset : datasets) {
            int wanted = (int) dataset.columns().stream()
                    .filter(column -> !column.headers().isEmpty())
                    .count();
            int found = heads.values().stream()
                    .mapToInt(head -> head.columnsOf(dataset))
                    .max()
                    .orElse(0);
            lacking += wanted - found;
        }
        return lacking;
    }
}
