package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;

/** Which files of {@code output/records} hold the rows that a run's figures are made from, for those who query them. */
final class SegmentsCsv {

    static final List<CsvField> FIELDS = List.of(
            new CsvField("dataset", "string", "Dataset", "As the catalogue calls it."),
            new CsvField("team", "string", "Team", "Code of the team, or of the organisation, that sent the return."),
            new CsvField("period", "yearmonth", "Period", "The month of the return."),
            new CsvField(
                    "prepared_on",
                    "date",
                    "Prepared on",
                    "The day the return was prepared: of several versions of an"
                            + " event that returns tell of, the newest counts."),
            new CsvField("return_type", "string", "Return type", "As the catalogue calls it."),
            new CsvField("return_sha256", "string", "Return", "SHA-256 of the file that was received."),
            new CsvField("file", "string", "File", "The Parquet file, below output/records."),
            new CsvField("sha256", "string", "SHA-256", "Of the Parquet file."),
            new CsvField("rows", "integer", "Rows", "How many rows it holds."));

    private SegmentsCsv() {}

    static byte[] of(List<CountedSegment> segments) {
        var rows = new ArrayList<List<String>>();
        for (CountedSegment counted : segments) {
            rows.add(List.of(
                    IndicatorsCsv.text(counted.segment().dataset()),
                    IndicatorsCsv.text(counted.submission().team()),
                    counted.submission().period().toString(),
                    counted.submission().preparedOn().toString(),
                    IndicatorsCsv.text(counted.submission().returnType()),
                    counted.submission().fileHash(),
                    IndicatorsCsv.text(counted.segment().dataset() + "/"
                            + counted.segment().fileName()),
                    counted.segment().sha256(),
                    String.valueOf(counted.segment().rows())));
        }
        return IndicatorsCsv.printed(FIELDS.stream().map(CsvField::name).toList(), rows);
    }
}
