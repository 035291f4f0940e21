package org.scrutineer.publication;

import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Place;

/**
 * A run's data for the organisation's own analysts: every figure with nothing hidden, and which files of accepted rows the
 * figures are made from. It is described by a data package like those that audiences get.
 */
final class InternalData {

    static final String ID = "internal";

    private InternalData() {}

    /** The files by name, but for the manifest. */
    static SortedMap<String, byte[]> of(RunFigures figures, List<CountedSegment> segments) {
        Report all = Report.of(figures, everybody(figures.catalogue().organisation()));
        byte[] csv = IndicatorsCsv.of(all);
        byte[] rows = SegmentsCsv.of(segments);
        var files = new TreeMap<String, byte[]>();
        files.put("indicators.csv", csv);
        files.put("segments.csv", rows);
        files.put("datapackage.json", DataPackage.of(all, csv, rows));
        return files;
    }

    /** All levels, all authorities, all indicators, and nothing hidden. */
    private static Audience everybody(Organisation organisation) {
        return new Audience(
                ID,
                organisation.name() + ", its own analysts",
                organisation.name() + ": all figures",
                "Internal",
                EnumSet.allOf(Organisation.Level.class),
                null,
                List.of(),
                Audience.Columns.FULL,
                List.of(),
                List.of(),
                null,
                List.of(),
                Audience.Release.NONE,
                Audience.Layout.ACCESSIBLE,
                new Place("organisation.yaml", 1));
    }
}
