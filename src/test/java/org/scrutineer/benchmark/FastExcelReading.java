package org.scrutineer.benchmark;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the same cells with fastexcel-reader, typed as ours are, and prints the checksum. */
final class FastExcelReading {

    private static final int DATE_FORMAT = 14;
    private static final long SERIAL_OF_1970 = 25_569;

    private final Checksum checksum = new Checksum();

    private FastExcelReading() {}

    public static void main(String[] arguments) throws Exception {
        var reading = new FastExcelReading();
        for (Path file : Floor.files(Path.of(arguments[0]))) {
            try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
                for (Sheet sheet : workbook.getSheets().toList()) {
                    try (Stream<Row> rows = sheet.openStream()) {
                        rows.forEach(reading::read);
                    }
                }
            }
        }
        reading.checksum.print();
    }

    private void read(Row row) {
        for (Cell cell : row) {
            if (cell != null) {
                read(cell);
            }
        }
    }

    private void read(Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.STRING) {
            checksum.text(cell.asString());
        } else if (type == CellType.BOOLEAN) {
            checksum.bool(cell.asBoolean());
        } else if (type == CellType.NUMBER && Integer.valueOf(DATE_FORMAT).equals(cell.getDataFormatId())) {
            checksum.date(cell.asNumber().longValue() - SERIAL_OF_1970);
        } else if (type == CellType.NUMBER) {
            checksum.number(cell.asNumber().doubleValue());
        } else if (type == CellType.FORMULA) {
            checksum.number(Double.parseDouble(cell.getRawValue()));
        }
    }
}
