package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.intake.RowCount;
import org.scrutineer.publication.Publications.Published;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run's publications were made from, and which files they are. Written last: who finds it finds everything. */
final class Manifest {

    static final String NAME = "manifest.json";

    private static final String AUDIT_HEAD = "auditHead";

    private Manifest() {}

    /** A file it names. */
    record Output(Published file, long bytes) {}

    /** What stands before the outputs, and says what they were made from. */
    private static ObjectNode head(RunFigures figures) {
        ObjectNode json = JsonText.object();
        json.put("run", figures.run());
        json.put("period", figures.period().toString());
        json.put("periodTitle", figures.period().title());
        json.put("catalogue", figures.catalogue().hash());
        json.put("software", figures.softwareVersion());
        ArrayNode inputs = json.putArray("inputs");
        for (SeenReturn seen : figures.returns()) {
            ObjectNode input = inputs.addObject();
            input.put("file", seen.submission().fileName());
            input.put("sha256", seen.submission().fileHash());
            input.put("returnType", seen.submission().returnType());
            input.put("team", seen.submission().team());
            input.put("period", seen.submission().period().toString());
            input.put("preparedOn", seen.submission().preparedOn().toString());
            input.put("counts", seen.counts());
            input.put("verdict", seen.verdict().id());
        }
        ObjectNode rows = json.putObject("rows");
        rows.put("read", total(figures, RowCount::read));
        rows.put("accepted", total(figures, RowCount::accepted));
        rows.put("refused", total(figures, RowCount::refused));
        rows.put("blank", total(figures, RowCount::blank));
        ArrayNode amendments = json.putArray("amendments");
        for (Checking.Amended amended : figures.checking().amended()) {
            ObjectNode amendment = amendments.addObject();
            amendment.put("file", amended.file());
            amendment.put("team", amended.team());
            amendment.put("returnType", amended.returnType());
            amendment.put("sheet", amended.amendment().sheet());
            amendment.put("cell", amended.amendment().cell());
            amendment.put("what", amended.amendment().leavesRowOut() ? "row left out" : "cell amended");
            amendment.put("reason", amended.amendment().reason());
            amendment.put("askedBy", amended.amendment().askedBy());
            amendment.put("approvedBy", amended.amendment().approvedBy());
        }
        return json;
    }

    private static long total(RunFigures figures, ToLongFunction<RowCount> of) {
        return figures.returnsOfPeriod().stream()
                .mapToLong(seen -> seen.total(of))
                .sum();
    }

    /** @param auditHead the entry of the audit trail that the run was opened with; it depends on the clock */
    static byte[] of(RunFigures figures, Optional<AuditHead> auditHead, List<Output> outputs) {
        ObjectNode json = head(figures);
        auditHead.ifPresent(head -> json.put(AUDIT_HEAD, head.toString()));
        ArrayNode list = json.putArray("outputs");
        outputs.stream()
                .sorted(Comparator.comparing(output -> output.file().fileName()))
                .forEach(output -> {
                    ObjectNode file = list.addObject();
                    file.put("audience", output.file().audience());
                    file.put("path", output.file().fileName());
                    file.put("bytes", output.bytes());
                    file.put("sha256", output.file().sha256());
                    file.put("contentHash", output.file().contentHash());
                });
        return JsonText.bytes(json);
    }

    /** Whether a manifest tells of this run's figures, whatever software wrote it. */
    static boolean tellsOf(RunFigures figures, byte[] manifest) {
        try {
            return JsonText.read(manifest) instanceof ObjectNode found
                    && origin(found).equals(origin((ObjectNode) JsonText.read(JsonText.bytes(head(figures)))));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static ObjectNode origin(ObjectNode manifest) {
        ObjectNode origin = manifest.deepCopy();
        origin.remove(List.of("software", AUDIT_HEAD, "outputs"));
        // A version of the software that listed none wrote none.
        origin.withArrayProperty("amendments");
        return origin;
    }

    /** The entry of the audit trail that a manifest names; none where it was written before there was a trail. */
    static Optional<AuditHead> auditHead(byte[] manifest) {
        return AuditHead.read(JsonText.read(manifest).path(AUDIT_HEAD).asString(""));
    }

    /** The files a manifest names, by path. */
    static List<Output> outputs(byte[] manifest) {
        var outputs = new ArrayList<Output>();
        for (JsonNode file : JsonText.read(manifest).path("outputs")) {
            outputs.add(new Output(
                    new Published(
                            file.path("audience").asString(""),
                            file.path("path").asString(""),
                            file.path("sha256").asString(""),
                            file.path("contentHash").asString("")),
                    file.path("bytes").asLong(-1)));
        }
        return outputs;
    }
}
