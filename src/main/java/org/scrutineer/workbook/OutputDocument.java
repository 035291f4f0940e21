package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.OutputWorkbook.Stroke;

/**
 * A paper to be written, as its reader will meet it from top to bottom, on A4.
 *
 * @param title at its head, also the document's title property
 * @param author an organisation, never a person
 * @param subject the document's subject property
 * @param keywords separated by commas
 * @param asAt the date its properties bear, so that the same content gives the same bytes
 */
public record OutputDocument(
        String title, String author, String subject, String keywords, LocalDate asAt, List<Block> blocks) {

    public OutputDocument {
        blocks = List.copyOf(blocks);
    }

    /** What stands below what came before. */
    public sealed interface Block {

        record Heading(String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /** One of a list. */
        record Item(String text) implements Block {}

        /**
         * @param caption above it, says what it shows
         * @param columns their headers, repeated on each page
         * @param widths of the columns, as shares of the page's width in percent
         */
        record Table(String caption, List<String> columns, List<Integer> widths, List<List<String>> rows)
                implements Block {

            public Table {
                columns = List.copyOf(columns);
                widths = List.copyOf(widths);
                rows = rows.stream().map(List::copyOf).toList();
                int count = columns.size();
                if (widths.size() != count || rows.stream().anyMatch(row -> row.size() != count)) {
                    throw new IllegalArgumentException(
                            "table " + caption + ": rows and widths have other columns than " + columns);
                }
            }
        }

        /**
         * A line chart, drawn by the program that opens the document.
         *
         * @param alternative what it shows, for those who cannot see it
         * @param labels below its axis, one for each value
         */
        record Chart(String title, String alternative, List<String> labels, List<Course> courses) implements Block {

            public Chart {
                labels = List.copyOf(labels);
                courses = List.copyOf(courses);
            }
        }
    }

    /** @param values one for each label; null where there is none */
    public record Course(String name, Stroke stroke, List<@Nullable BigDecimal> values) {}
}
