package org.scrutineer.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of workbook that teams send, and what it holds.
 *
 * @param id as the {@code Return} sheet names it, e.g. {@code team-performance}; the name is accepted there too
 * @param templateVersions the versions of the template that can be read, newest first
 * @param olderVersions those of them that say how they differ from the newest
 * @param datasets as the newest version has them
 * @param rules what must hold over several rows of one return
 */
public record ReturnType(
        String id,
        String name,
        List<String> templateVersions,
        List<TemplateVersion> olderVersions,
        Terms terms,
        List<Dataset> datasets,
        List<CrossRule> rules,
        Place place) {

    /** When a return is expected. */
    public enum Expected {
        /** Every month from each team that owes it. */
        MONTHLY,
        /** Nobody owes it; any team, or the organisation as a whole, may send it. */
        WHEN_SENT
    }

    /** Who fills it in. */
    public enum Sender {
        TEAMS,
        /** Those who own indicators. */
        ROLES
    }

    /** Where the period of a workbook without a {@code Return} sheet is looked for. */
    public enum PeriodSource {
        /** A month in the file's name, e.g. {@code annex-a-2019-12.xlsx}. */
        FILE_NAME,
        /** The nearest folder named like a month. */
        FOLDER,
        /** The month in which the workbook was last saved, as it says itself. */
        LAST_SAVED
    }

    /**
     * When and how it is sent.
     *
     * @param deadlineWorkingDays the working day after the end of the period on which it is due; null for the calendar's
     * @param inEveryReturn whether its sheets may stand in any other return too
     * @param periodFrom where the period of a workbook without a {@code Return} sheet is looked for, in this order; empty
     *     where every workbook must have that sheet
     * @param sentBy whether teams send it, or the roles that own indicators
     */
    public record Terms(
            Expected expected,
            @Nullable Integer deadlineWorkingDays,
            boolean inEveryReturn,
            List<PeriodSource> periodFrom,
            Sender sentBy) {

        /** Expected every month by the calendar's deadline, with a {@code Return} sheet. */
        public static final Terms USUAL = new Terms(Expected.MONTHLY, null, false, List.of(), Sender.TEAMS);

        public Terms {
            periodFrom = List.copyOf(periodFrom);
        }
    }

    /** The sheet of a template that says how to fill it in; the reader passes over it. */
    public static final String GUIDANCE = "Guidance";

    /** The sheet of a template with what may be chosen in its cells; the reader passes over it. */
    public static final String LISTS = "Lists";

    public ReturnType {
        templateVersions = List.copyOf(templateVersions);
        olderVersions = List.copyOf(olderVersions);
        datasets = List.copyOf(datasets);
        rules = List.copyOf(rules);
    }

    public Optional<Dataset> dataset(String datasetId) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(datasetId))
                .findFirst();
    }

    /** Whether any team, or the organisation as a whole, may send it, and nobody must. */
    public boolean isSentAtWill() {
        return terms.expected() == Expected.WHEN_SENT;
    }

    /** Whether those who own indicators send it, not teams. */
    public boolean isSentByRoles() {
        return terms.sentBy() == Sender.ROLES;
    }

    /** Whether a workbook without a {@code Return} sheet may be one of these. */
    public boolean isKnownByItsSheets() {
        return !terms.periodFrom().isEmpty();
    }

    /** The datasets as a version of the template has them; a version that says no difference has those of the newest. */
    public List<Dataset> datasets(String templateVersion) {
        return olderVersions.stream()
                .filter(older -> older.version().equals(templateVersion))
                .findFirst()
                .map(older -> older.applyTo(datasets))
                .orElse(datasets);
    }
}
