package org.scrutineer.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the sample returns: {@code SampleReturns input}. Their rows are invented; the figures they give are {@link
 * ExpectedFigures}.
 */
public final class SampleReturns {

    private SampleReturns() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("give the folder to write to, e.g. input");
        }
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Every workbook by its path in the input folder, e.g. {@code 2018-12/FRT1 Dec 18.xlsx}. */
    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (SampleMonth month : months()) {
            for (SampleReturn sent : month.returns()) {
                files.put(sent.path(), bytes(sent));
            }
        }
        for (SampleReturn history : PublishedHistory.all()) {
            files.put(history.path(), bytes(history));
        }
        return files;
    }

    static List<SampleMonth> months() {
        return List.of(new SampleMonth(December2018.plan()), new SampleMonth(December2021.plan()));
    }

    private static byte[] bytes(SampleReturn sent) {
        try {
            return new ReturnWorkbook(sent).bytes();
        } catch (IOException failed) {
            throw new UncheckedIOException("while making " + sent.path(), failed);
        }
    }
}
