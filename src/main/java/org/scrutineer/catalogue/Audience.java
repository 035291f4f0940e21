package org.scrutineer.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.lint.LintWaiver;

/**
 * Who a publication is for, what of a run's figures it may have, and what it says of itself.
 *
 * @param id names its folder, e.g. {@code commissioner}
 * @param title of its workbook, e.g. {@code Children's services performance: commissioner's report}
 * @param status printed on every sheet, e.g. {@code Provisional}
 * @param levels whose figures it shows; the organisation as a whole is always among them
 * @param authority code of the only authority whose figures it shows; null for all. Figures that returns do not tell
 *     by authority are those of the whole for each of them
 * @param sheets after the cover and the contents, in order
 * @param indicators the codes it shows, in order; empty for all
 * @param establishment the tables of its sheet Establishment; no such sheet where empty
 * @param disclosure the profile by which small numbers are hidden before anything is printed; null where none are
 * @param recipients ids of the roles it goes to
 * @param release how it comes to them
 */
public record Audience(
        String id,
        String name,
        String title,
        String status,
        Set<Level> levels,
        @Nullable String authority,
        List<Sheet> sheets,
        Columns columns,
        List<String> indicators,
        List<SideBySide> establishment,
        @Nullable String disclosure,
        List<String> recipients,
        Release release,
        Layout layout,
        Place place) {

    /** A sheet of a workbook, or, for themes, one sheet a theme. */
    public enum Sheet {
        SUMMARY,
        EXCEPTIONS,
        SCORECARD,
        THEMES,
        TRENDS,
        BY_AUTHORITY,
        COMPARISONS,
        ESTABLISHMENT,
        ACTIONS,
        RETURNS,
        RESTATEMENTS,
        DEFINITIONS,
        NOTES,
        PROVENANCE;

        /** As the catalogue writes it, e.g. {@code by-authority}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A table of the sheet Establishment: indicators side by side, for each service and team.
     *
     * @param indicators their codes, in order
     */
    public record SideBySide(String title, List<String> indicators) {

        public SideBySide {
            indicators = List.copyOf(indicators);
        }
    }

    /** How much a table tells of each figure. */
    public enum Columns {
        /** All there is. */
        FULL,
        /** What fits on a page that is read in a meeting; nothing but what is printed stands in the data either. */
        PAPER
    }

    /** The paper a workbook is printed on. */
    public enum Paper {
        A4,
        A3
    }

    /**
     * What a workbook looks like, where its readers are free to want it so or otherwise.
     *
     * @param paper null for A4, and A3 for sheets that would be too small to read on it
     * @param freezePanes whether the headers and the first column stay while the rest is scrolled
     * @param filters whether the headers have buttons to filter rows by
     * @param fills whether a rating's word stands on a colour that says the same again
     * @param waivers the rules for accessible and trustworthy workbooks that it does without, and why
     */
    public record Layout(
            @Nullable Paper paper, boolean freezePanes, boolean filters, boolean fills, List<LintWaiver> waivers) {

        /** As the guidance on accessible spreadsheets wants it, with ratings coloured beside their words. */
        public static final Layout ACCESSIBLE = new Layout(null, false, false, true, List.of());

        public Layout {
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * How what is published comes to its recipients.
     *
     * @param automatic whether it goes out by itself once its run has ended; a person has to approve it otherwise
     * @param approvers ids of the roles whose holders may approve it
     * @param blockedBy what must not be open when it goes out
     */
    public record Release(boolean automatic, List<String> approvers, Set<Check> blockedBy) {

        /** Nobody may approve it, so it stays where it is. */
        public static final Release NONE = new Release(false, List.of(), EnumSet.allOf(Check.class));

        public Release {
            approvers = List.copyOf(approvers);
            // The set of an enumeration's constants is in their order.
            blockedBy = Collections.unmodifiableSet(
                    blockedBy.isEmpty() ? EnumSet.noneOf(Check.class) : EnumSet.copyOf(blockedBy));
        }
    }

    /** What may be open about a period's returns and figures when something of it is to go out. */
    public enum Check {
        /** A return is held until a person says which of two counts. */
        HELD_RETURNS,
        /** A return was refused, and none that makes up for it has come. */
        REFUSED_RETURNS,
        /** A return has come, or was read anew, since the run was started. */
        NEWER_RETURNS,
        /** Figures it tells are not available, as too few of the returns they rest on were received. */
        COVERAGE,
        /** What shows across returns is an error. */
        DISCREPANCIES,
        /** Figures that are to be worked out twice were not. */
        SECOND_OPINION,
        /** Figures in question have no explanation. */
        EXPLANATIONS;

        /** As the catalogue writes it, e.g. {@code held-returns}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Audience {
        levels = Collections.unmodifiableSet(EnumSet.copyOf(levels));
        sheets = List.copyOf(sheets);
        indicators = List.copyOf(indicators);
        establishment = List.copyOf(establishment);
        recipients = List.copyOf(recipients);
    }

    /** Whether it is published for a period: one for a single authority is while that one exists. */
    public boolean isPublishedIn(ReportingPeriod period, Organisation organisation) {
        return authority == null
                || organisation.authorities(period).stream()
                        .anyMatch(existing -> existing.id().equals(authority));
    }

    /** Whether anybody may have it: no small number of people can be told from it. */
    public boolean isPublic() {
        return disclosure != null;
    }

    /** Whether everything that returns were checked for may be told, down to how many rows each had. */
    public boolean seesRows() {
        return authority == null && disclosure == null;
    }
}
