package org.scrutineer.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVRecord;

/** All that stands in an audience's folder, down to each part of each workbook. */
record AudienceFolder(Map<String, byte[]> files) {

    /** A number with so many digits is hardly in a file by chance. */
    private static final int TELLING_DIGITS = 6;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");

    /** @param path of the folder, within the publications, with a slash at its end */
    static AudienceFolder of(Map<String, byte[]> published, String path) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        published.forEach((file, bytes) -> {
            if (file.startsWith(path)) {
                files.put(file, bytes);
            }
        });
        return new AudienceFolder(files);
    }

    /** The text of a file; of a workbook that of all its parts. */
    static String text(byte[] file) throws IOException {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            return new String(file, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                text.append(part.getName()).append('\n');
                // A part may be a package itself, such as the data behind a chart.
                text.append(text(zip.readAllBytes())).append('\n');
            }
        }
        return text.toString();
    }

    /** Every number that stands in it, without the zeros at its end. */
    Set<String> numbers() throws IOException {
        Set<String> numbers = new HashSet<>();
        for (byte[] file : files.values()) {
            NUMBER.matcher(text(file)).results().forEach(number -> numbers.add(plain(number.group())));
        }
        return numbers;
    }

    /** The values of some authorities' figures that have so many digits that none of them is met by chance. */
    static Set<String> canaries(List<CSVRecord> figures, Collection<String> authorities) {
        return figures.stream()
                .filter(figure -> authorities.contains(figure.get("authority")))
                .map(figure -> figure.get("value"))
                .filter(value -> value.replace(".", "").length() >= TELLING_DIGITS)
                .map(AudienceFolder::plain)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Map<String, CSVRecord> byFigure(List<CSVRecord> figures) {
        return figures.stream().collect(Collectors.toMap(AudienceFolder::key, figure -> figure));
    }

    static String key(CSVRecord figure) {
        return String.join(
                " ",
                figure.get("period"),
                figure.get("organisation"),
                figure.get("authority"),
                figure.get("indicator"),
                figure.get("timing"));
    }

    private static String plain(String number) {
        BigDecimal plain = new BigDecimal(number).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
