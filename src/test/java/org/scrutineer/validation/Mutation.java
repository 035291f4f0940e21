package org.scrutineer.validation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.scrutineer.intake.TestReturn;

/** Spoils returns: their bytes, the XML of their parts, or what stands in their cells; the same way for a seed. */
final class Mutation {

    private static final List<String> PLACES = List.of("Return", "Visits", "Cases");

    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "n/a",
            "=1/0",
            "=A1",
            "31/02/2018",
            "29/02/1900",
            "1e308",
            "-0",
            "9".repeat(400),
            "x".repeat(32_767),
            "\u202e\u200b\u00a0",
            "_x0000_",
            "'; drop table visits; --",
            "Return type",
            "visits",
            "Team North",
            -1,
            1e300,
            0.1,
            Double.MIN_VALUE,
            60,
            2_958_466,
            true,
            LocalDate.of(1900, 3, 1),
            LocalDate.of(9999, 12, 31),
            LocalDateTime.of(2018, 12, 3, 23, 59, 59));

    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "&",
            "&#0;",
            "&lt;",
            "\"",
            "</row>",
            "</c>",
            "<row r=\"1\">",
            "<row r=\"1048577\">",
            "<c r=\"XFE1\">",
            "<c r=\"A0\"><v>1</v></c>",
            "<c t=\"s\"><v>99999</v></c>",
            "<c t=\"zz\"><v>1</v></c>",
            "<v>1E999</v>",
            "<f>[1]Sheet1!A1</f>",
            "<!DOCTYPE x [<!ENTITY e 'x'>]>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x ?>",
            "\uFFFF",
            "\u0000",
            " t=\"s\"",
            " hidden=\"1\"",
            " xmlns=\"urn:x\"",
            "date1904=\"1\"");

    private final Random random;

    Mutation(int seed) {
        this.random = new Random(seed);
    }

    /**
     * Writes a return with something wrong in it.
     *
     * @param sound the bytes of one without
     */
    Path write(byte[] sound, Path file) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> cells(TestReturn.aReturn()).saveAs(file);
            case 1 -> Files.write(file, xml(sound));
            default -> Files.write(file, bytes(sound.clone()));
        }
        return file;
    }

    private TestReturn cells(TestReturn sent) {
        for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
            String place = pick(PLACES) + "!" + (char) ('A' + random.nextInt(5)) + (1 + random.nextInt(9));
            sent.with(place, pick(VALUES));
        }
        return random.nextInt(10) == 0 ? sent.without(pick(PLACES)) : sent;
    }

    private byte[] xml(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        String part = pick(List.copyOf(parts.keySet()));
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            parts.put(
                    part,
                    spoiled(new String(parts.get(part), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String spoiled(String xml) {
        int from = random.nextInt(xml.length() + 1);
        int to = Math.min(xml.length(), from + random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> xml.substring(0, from);
            case 1 -> xml.substring(0, from) + xml.substring(to);
            case 2 -> xml.substring(0, to) + xml.substring(from);
            case 3 -> xml.substring(0, from) + pick(TOKENS) + xml.substring(from);
            default -> xml.substring(0, from) + random.nextInt() + xml.substring(to);
        };
    }

    private byte[] bytes(byte[] workbook) {
        int at = random.nextInt(workbook.length);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(workbook, at);
            }
            case 1 -> {
                return Arrays.copyOf(workbook, workbook.length + 1 + random.nextInt(100));
            }
            case 2 -> Arrays.fill(workbook, at, Math.min(workbook.length, at + random.nextInt(50)), (byte) 0);
            default -> {
                for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
                    workbook[random.nextInt(workbook.length)] = (byte) random.nextInt();
                }
            }
        }
        return workbook;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
