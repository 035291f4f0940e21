package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** The returns and the catalogue of a set, on disk. */
record Workload(WorkSet set, Path folder, Tally tally) {

    private static final String TALLY = "tally.properties";

    Path input() {
        return folder.resolve("input");
    }

    Path catalogue() {
        return folder.resolve("catalogue");
    }

    /** Has a set written beneath {@code parent}; the returns of an earlier time are used again. */
    static Workload of(WorkSet set, Path parent) throws IOException {
        Path folder = parent.resolve(set.folder());
        FileSystemUtils.deleteRecursively(folder.resolve("catalogue"));
        if (set.cases(true).contains(Case.JOB)) {
            BenchmarkCatalogue.write(folder.resolve("catalogue"), set.returns());
        }
        // Written last: without it a set was cut off and is written anew.
        Path tally = folder.resolve(TALLY);
        if (!Files.exists(tally)) {
            write(folder.resolve("input"), set.returns(), set.sheets(), set.rows())
                    .write(tally);
        }
        return new Workload(set, folder, Tally.read(tally));
    }

    /** Writes {@code returns} returns of {@code sheets} sheets into {@code input}. */
    static Tally write(Path input, int returns, int sheets, int rows) throws IOException {
        return write(input, returns, sheets, rows, RowMaker.END);
    }

    /** The same of another month. */
    static Tally write(Path input, int returns, int sheets, int rows, LocalDate end) throws IOException {
        FileSystemUtils.deleteRecursively(input);
        Files.createDirectories(input);
        return IntStream.rangeClosed(1, returns)
                .parallel()
                .mapToObj(
                        number -> writeOne(input.resolve(ReturnFile.team(number) + ".xlsx"), number, sheets, rows, end))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static Tally writeOne(Path file, int number, int sheets, int rows, LocalDate end) {
        try {
            return new ReturnFile(number, sheets, rows, end).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
