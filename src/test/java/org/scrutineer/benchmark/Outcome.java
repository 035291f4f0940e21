package org.scrutineer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a process told with what was written; a time is worth nothing where they differ. */
final class Outcome {

    private static final String PERIOD = "2021-12";

    private Outcome() {}

    static void check(Case raced, Workload workload, ChildProcess.Measured measured, Path jar, Path output)
            throws IOException, InterruptedException {
        Map<String, Long> expected = new LinkedHashMap<>();
        Map<String, Long> told = new LinkedHashMap<>();
        Tally tally = workload.tally();
        if (raced.isJob()) {
            JsonNode status = status(workload, jar, output);
            expected.put("returns received", (long) tally.returns());
            told.put("returns received", status.path("received").asLong());
            expected.put("rows read", tally.rows());
            told.put("rows read", status.path("rows").path("read").asLong());
            expected.put("rows accepted", tally.accepted());
            told.put("rows accepted", status.path("rows").path("accepted").asLong());
            expected.put("rows refused", tally.refused());
            told.put("rows refused", status.path("rows").path("refused").asLong());
            expected.put("runs published", 1L);
            told.put("runs published", status.path("run").asLong());
            if (status.path("figures").asLong() == 0) {
                throw new IllegalStateException("the job gave no figures, see " + output);
            }
        } else if (raced == Case.STORING) {
            expected.put("rows", tally.rows());
            told.put("rows", measured.printed("rows"));
        } else {
            expected.put("cells", tally.cells());
            told.put("cells", measured.printed("cells"));
        }
        if (!expected.equals(told)) {
            throw new IllegalStateException(
                    raced.title() + " told " + told + ", but written were " + expected + "; see " + measured.log());
        }
    }

    /** Two readers are compared only where they read the same values. */
    static void checkSame(Map<Case, ChildProcess.Measured> round) throws IOException {
        Map<String, Long> first = null;
        for (Map.Entry<Case, ChildProcess.Measured> raced : round.entrySet()) {
            if (raced.getKey().isReading() || raced.getKey() == Case.FASTEXCEL) {
                Map<String, Long> told = new LinkedHashMap<>();
                for (String name : List.of("cells", "characters", "days", "sum")) {
                    told.put(name, raced.getValue().printed(name));
                }
                if (first != null && !first.equals(told)) {
                    throw new IllegalStateException(
                            raced.getKey().title() + " read " + told + ", but another reader " + first);
                }
                first = told;
            }
        }
    }

    private static JsonNode status(Workload workload, Path jar, Path output) throws IOException, InterruptedException {
        Path log = workload.folder().resolve("status.json");
        ChildProcess.run(Case.job(List.of(), workload, jar, output, "status", "--json"), workload.folder(), log);
        for (JsonNode period :
                JsonMapper.shared().readTree(Files.readString(log)).path("periods")) {
            if (period.path("period").asString().equals(PERIOD)) {
                return period;
            }
        }
        throw new IllegalStateException("the ledger has no " + PERIOD + ", see " + log);
    }
}
