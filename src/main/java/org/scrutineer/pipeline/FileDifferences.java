package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookDifferences;

/** Where a file that was built again is not what was published: by sheet and cell, or by line. */
final class FileDifferences {

    private FileDifferences() {}

    static List<String> places(Path published, Path rebuilt) throws IOException {
        if (!Files.exists(published)) {
            return List.of("the published file is not there any more; the ledger has its hash");
        }
        if (!Files.exists(rebuilt)) {
            return List.of("it was not written this time");
        }
        String name = published.getFileName().toString();
        if (name.endsWith(".xlsx")) {
            return cells(published, rebuilt);
        }
        return name.endsWith(".json") || name.endsWith(".csv")
                ? lines(published, rebuilt)
                : List.of("its bytes are others");
    }

    private static List<String> cells(Path published, Path rebuilt) throws IOException {
        WorkbookDifferences differences;
        try {
            differences = WorkbookDifferences.between(published, rebuilt);
        } catch (UnreadableWorkbookException e) {
            return List.of("the published file cannot be read any more, as somebody has changed it");
        }
        var places = new ArrayList<String>();
        differences.sheetsAdded().forEach(sheet -> places.add("sheet " + sheet + ": was not published, is there now"));
        differences.sheetsRemoved().forEach(sheet -> places.add("sheet " + sheet + ": was published, is lacking now"));
        differences
                .cells()
                .forEach(change -> places.add("sheet " + change.sheet() + ", cell " + change.cell() + ": published "
                        + quoted(change.before()) + ", now " + quoted(change.after())));
        return places.isEmpty()
                ? List.of("every cell says the same; only its look or its packing differs")
                : told(places);
    }

    private static List<String> lines(Path published, Path rebuilt) throws IOException {
        List<String> before = Files.readAllLines(published, StandardCharsets.UTF_8);
        List<String> after = Files.readAllLines(rebuilt, StandardCharsets.UTF_8);
        var places = new ArrayList<String>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String was = i < before.size() ? before.get(i).strip() : "";
            String is = i < after.size() ? after.get(i).strip() : "";
            if (!was.equals(is)) {
                places.add("line " + (i + 1) + ": published " + quoted(was) + ", now " + quoted(is));
            }
        }
        return told(places);
    }

    private static List<String> told(List<String> places) {
        if (places.size() <= Rebuilt.TOLD) {
            return places;
        }
        var first = new ArrayList<>(places.subList(0, Rebuilt.TOLD));
        first.add("and " + (places.size() - Rebuilt.TOLD) + " more places");
        return first;
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
}
