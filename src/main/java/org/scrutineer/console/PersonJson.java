package org.scrutineer.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.persons.HeldAbout;
import org.scrutineer.persons.PersonNumber;
import org.scrutineer.retention.RetentionPlan;

/** What commands print of what is held about children, and for how long. */
final class PersonJson {

    private PersonJson() {}

    static String heldAbout(PersonNumber number, HeldAbout held) {
        return Json.text(Json.object(
                "sought", number.asked(),
                "files",
                        held.files().stream()
                                .map(file -> Json.object(
                                        "file", file.name(),
                                        "sha256", file.sha256(),
                                        "team", file.team(),
                                        "period",
                                                file.period() == null
                                                        ? null
                                                        : file.period().toString(),
                                        "state", file.state(),
                                        "cells",
                                                file.cells().stream()
                                                        .map(cell -> Json.object(
                                                                "sheet", cell.sheet(),
                                                                "cell", cell.cell(),
                                                                "read_as", cell.column(),
                                                                "match",
                                                                        cell.match()
                                                                                .name()
                                                                                .toLowerCase(Locale.ROOT),
                                                                "accepted", cell.counts()))
                                                        .toList(),
                                        "counted_in_runs", file.runs(),
                                        "copies",
                                                file.copies().stream()
                                                        .map(Path::toString)
                                                        .toList()))
                                .toList(),
                "quoted",
                        held.quoted().stream()
                                .map(quote -> Json.object(
                                        "where",
                                        quote.where(),
                                        "match",
                                        quote.match().name().toLowerCase(Locale.ROOT)))
                                .toList(),
                "besides", held.besides().stream().map(Path::toString).toList(),
                "backups", held.backups().stream().map(Path::toString).toList(),
                "not_searched", held.notSearched()));
    }

    /** @param deleted whether what is due was deleted */
    static String retention(RetentionPlan plan, boolean deleted) {
        return Json.text(Json.object(
                "deleted", deleted,
                "due",
                        plan.due().stream()
                                .map(due -> Json.object(
                                        "rule", due.rule().id(),
                                        "what", due.what().id(),
                                        "title", due.title(),
                                        "kept_until", due.keptUntil().toString()))
                                .toList(),
                "longer",
                        plan.longer().stream()
                                .map(longer -> Json.object(
                                        "rule", longer.rule().id(),
                                        "title", longer.title(),
                                        "kept_until",
                                                longer.keptUntil().equals(LocalDate.MAX)
                                                        ? null
                                                        : longer.keptUntil().toString(),
                                        "because", longer.because()))
                                .toList(),
                "without_rule",
                        plan.withoutRule().stream().map(RetentionRule.What::id).toList(),
                "notices", plan.notices()));
    }
}
