package org.scrutineer.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.publication.PublishedFiles;
import org.scrutineer.workbook.WorkbookDifferences;

/** What commands print of files: what was verified, linted, or found in the audit trail. */
final class FileJson {

    private FileJson() {}

    static String verified(Map<Path, PublishedFiles.Answer> answers) {
        return Json.text(answers.entrySet().stream()
                .map(entry -> verified(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Map<String, @Nullable Object> verified(Path file, PublishedFiles.Answer answer) {
        if (answer instanceof PublishedFiles.Answer.Same same) {
            return verified(file, "same", same.origin(), List.of());
        }
        if (answer instanceof PublishedFiles.Answer.SameContent same) {
            return verified(file, "same-content", same.origin(), List.of());
        }
        if (answer instanceof PublishedFiles.Answer.Changed changed) {
            return verified(file, "changed", changed.origin(), changes(changed.differences()));
        }
        return answer instanceof PublishedFiles.Answer.Other other
                ? verified(file, "other", other.origin(), List.of())
                : verified(file, "unknown", null, List.of());
    }

    private static Map<String, @Nullable Object> verified(
            Path file,
            String verdict,
            PublishedFiles.@Nullable Origin origin,
            List<Map<String, @Nullable Object>> changes) {
        return Json.object(
                "file",
                file.toString(),
                "verdict",
                verdict,
                "run",
                origin == null ? null : origin.run(),
                "period",
                origin == null ? null : origin.period().toString(),
                "published",
                origin == null ? null : origin.fileName(),
                "changes",
                changes);
    }

    private static List<Map<String, @Nullable Object>> changes(WorkbookDifferences differences) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        differences.sheetsAdded().forEach(sheet -> changes.add(Json.object("sheet", sheet, "change", "added")));
        differences.sheetsRemoved().forEach(sheet -> changes.add(Json.object("sheet", sheet, "change", "removed")));
        differences
                .cells()
                .forEach(cell -> changes.add(Json.object(
                        "sheet", cell.sheet(),
                        "cell", cell.cell(),
                        "published", cell.before(),
                        "now", cell.after())));
        return changes;
    }

    static String linted(List<LintCommand.Linted> files) {
        return Json.text(files.stream()
                .map(entry -> Json.object(
                        "file", entry.file().toString(),
                        "unreadable", entry.unreadable(),
                        "problems",
                                entry.problems().stream()
                                        .map(problem -> Json.object(
                                                "rule", problem.rule().id(),
                                                "level",
                                                        problem.rule()
                                                                .level()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT),
                                                "sheet", problem.sheet(),
                                                "cell", problem.cell(),
                                                "found", problem.found(),
                                                "expected", problem.rule().expected(),
                                                "remedy", problem.rule().remedy()))
                                        .toList()))
                .toList());
    }

    static String audited(AuditVerdict verdict) {
        return Json.text(
                verdict instanceof AuditVerdict.Sound sound
                        ? Json.object(
                                "sound",
                                true,
                                "entries",
                                sound.head().entry(),
                                "keyed",
                                sound.keyed(),
                                "heads",
                                sound.anchors(),
                                "head",
                                sound.head().toString())
                        : Json.object(
                                "sound",
                                false,
                                "entry",
                                ((AuditVerdict.Broken) verdict).entry(),
                                "sentence",
                                ((AuditVerdict.Broken) verdict).sentence()));
    }
}
