package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** The returns and the catalogue of a set, on disk. */
record Workload(WorkSet set, Path folder, Tally tally) {

    private static final int ROWS = 2_000;
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
        BenchmarkCatalogue.write(folder.resolve("catalogue"), set.returns());
        // Written last: without it a set was cut off and is written anew.
        Path tally = folder.resolve(TALLY);
        if (!Files.exists(tally)) {
            write(folder.resolve("input"), set.returns(), ROWS).write(tally);
        }
        return new Workload(set, folder, Tally.read(tally));
    }

    /** Writes {@code returns} returns into {@code input}. */
    static Tally write(Path input, int returns, int rows) throws IOException {
        FileSystemUtils.deleteRecursively(input);
        Files.createDirectories(input);
        return IntStream.rangeClosed(1, returns)
                .parallel()
                .mapToObj(number -> writeOne(input.resolve(ReturnFile.team(number) + ".xlsx"), number, rows))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private static Tally writeOne(Path file, int number, int rows) {
        try {
            return new ReturnFile(number, rows).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
