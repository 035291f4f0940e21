package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that was received, read as a stream: cells are told to a {@link CellHandler} one by one and nothing is
 * kept but the shared strings. Formulas are not calculated, the results stored in the file are told. One thread at a
 * time may use a workbook; several workbooks may be read at once.
 */
public final class SourceWorkbook implements AutoCloseable {

    private final ZipParts parts;
    private final Limits limits;
    private final Origin origin;
    private final PackageLayout layout;
    private @Nullable CellStyles styles;
    private @Nullable SharedStrings strings;

    private SourceWorkbook(ZipParts parts, Limits limits, Origin origin)
            throws UnreadableWorkbookException, IOException {
        this.parts = parts;
        this.limits = limits;
        this.origin = origin;
        this.layout = PackageLayout.of(parts, limits);
    }

    /**
     * What stands behind a workbook.
     *
     * @param scratch a private copy that is removed when the workbook is closed; null where the file itself is read
     * @param passwordOf see {@link SourceWorkbook#passwordOf()}
     */
    record Origin(@Nullable Path scratch, @Nullable String passwordOf) {

        static final Origin FILE_ITSELF = new Origin(null, null);

        void remove() throws IOException {
            if (scratch != null) {
                Files.deleteIfExists(scratch);
            }
        }
    }

    /**
     * Opens an unprotected .xlsx or .xlsm with the limits of {@code large}; files that were received are opened by
     * {@link SourceWorkbooks}.
     *
     * @throws UnreadableWorkbookException where the file is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public static SourceWorkbook open(Path file) throws UnreadableWorkbookException, IOException {
        return open(file, Limits.LARGE, Origin.FILE_ITSELF);
    }

    static SourceWorkbook open(Path file, Limits limits, Origin origin)
            throws UnreadableWorkbookException, IOException {
        ZipParts parts = ZipParts.open(file, limits);
        try {
            return new SourceWorkbook(parts, limits, origin);
        } catch (UnreadableWorkbookException | IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Its worksheets in the order of their tabs, chart sheets left out. */
    public List<SourceSheet> sheets() {
        return layout.sheets();
    }

    /** Whether it counts days from 1 January 1904, so that its numbers are other days than most workbooks'. */
    public boolean countsFrom1904() {
        return layout.dates() == DateSystem.FROM_1904;
    }

    /**
     * What it holds beside its cells; looked up at each call.
     *
     * @throws UnreadableWorkbookException where the parts that tell it cannot be read
     * @throws IOException where the disk fails
     */
    public PackageContents contents() throws UnreadableWorkbookException, IOException {
        return PackageContents.of(parts, limits);
    }

    /**
     * Tells a sheet's cells to {@code handler}; may be called several times, also for the same sheet. Damage may show
     * only after cells have been told: what was told counts for nothing then.
     *
     * @throws UnreadableWorkbookException where the sheet cannot be read to its end
     * @throws IOException where the disk fails
     */
    public SheetFacts read(SourceSheet sheet, CellHandler handler) throws UnreadableWorkbookException, IOException {
        RowReader.Told told = new RowReader.Told();
        try {
            return readBytes(sheet, handler, told);
        } catch (OddShapeException | UnreadableWorkbookException | BrokenPartException e) {
            // The XML parser has the last word on what cannot be read, so that there is one way only to refuse a sheet.
            return readXml(sheet, new UntoldCells(handler, told.row(), told.column()));
        } catch (CheckedPartStream.DiskException e) {
            throw e.failure();
        }
    }

    /** The quick way, for sheets written as spreadsheet programs write them. */
    SheetFacts readBytes(SourceSheet sheet, CellHandler handler, RowReader.Told told)
            throws OddShapeException, UnreadableWorkbookException, IOException {
        String part = layout.sheetParts().get(sheet.position());
        CellEvents events = new CellEvents(handler, styles(), layout.dates(), limits);
        int window = (int) Math.min(PartBytes.WINDOW, Math.max(1, parts.size(part)));
        try (PartBytes bytes = new PartBytes(parts.open(part), "sheetData", window);
                XmlPart xml = new XmlPart(bytes, limits)) {
            RowReader rows = new RowReader(bytes, events, this::strings, limits, told);
            return new SheetReader(xml, events, this::strings, rows, limits).read();
        }
    }

    /** The way for all sheets. */
    SheetFacts readXml(SourceSheet sheet, CellHandler handler) throws UnreadableWorkbookException, IOException {
        CellEvents events = new CellEvents(handler, styles(), layout.dates(), limits);
        try (XmlPart xml = new XmlPart(parts, layout.sheetParts().get(sheet.position()), limits)) {
            return new SheetReader(xml, events, this::strings, null, limits).read();
        } catch (OddShapeException e) {
            throw new IllegalStateException("only a reader of bytes finds a shape odd", e);
        }
    }

    /**
     * The day on which it was last saved, as the program that saved it noted in the workbook itself, by universal time.
     * Empty where it says none, or nothing that can be read.
     *
     * @throws IOException where the disk fails
     */
    public Optional<LocalDate> lastSaved() throws IOException {
        try {
            String properties = Relationships.of("", parts, limits).targetOf("core-properties");
            return properties == null || !parts.has(properties) ? Optional.empty() : lastSaved(properties);
        } catch (UnreadableWorkbookException nothingToGoBy) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> lastSaved(String properties) throws UnreadableWorkbookException, IOException {
        try (XmlPart xml = new XmlPart(parts, properties, limits)) {
            while (xml.next()) {
                if (xml.isStart("modified")) {
                    var text = new StringBuilder();
                    xml.text(text);
                    return Optional.of(OffsetDateTime.parse(text.toString().strip())
                            .atZoneSameInstant(ZoneOffset.UTC)
                            .toLocalDate());
                }
            }
            return Optional.empty();
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private CellStyles styles() throws UnreadableWorkbookException, IOException {
        CellStyles read = styles;
        if (read == null) {
            read = CellStyles.of(layout.styles(), parts, limits);
            styles = read;
        }
        return read;
    }

    private SharedStrings strings() throws UnreadableWorkbookException, IOException {
        SharedStrings read = strings;
        if (read == null) {
            read = SharedStrings.of(layout.sharedStrings(), parts, limits);
            strings = read;
        }
        return read;
    }

    /**
     * Whose password opened it, as the settings name the owner; null where it has none, or only the one that Excel
     * itself puts on workbooks that are protected from changes.
     */
    public @Nullable String passwordOf() {
        return origin.passwordOf();
    }

    @Override
    public void close() throws IOException {
        try {
            parts.close();
        } finally {
            origin.remove();
        }
    }
}
