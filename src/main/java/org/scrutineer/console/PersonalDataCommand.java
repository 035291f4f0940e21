package org.scrutineer.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.RetentionRule.What;
import org.scrutineer.persons.PersonalData;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "personal-data",
        description =
                "Lists the personal data that the catalogue asks for: each column, why it is asked for, where copies of"
                        + " it lie, how long they are kept and by which rule, and who sees figures made with it.",
        footer = {
            "",
            "Examples:",
            "  scrutineer catalogue personal-data",
            "  scrutineer catalogue personal-data --csv personal-data.csv"
        })
final class PersonalDataCommand extends TellingCommand {

    /** Nobody publishes values; these folders are for their owner only. */
    private static final String COPIES =
            "archive, records, ledger (cells quoted in findings), teams (answers), backups, and"
                    + " the drop folder until it is taken out";

    private static final String[] HEADER = {
        "return_type",
        "dataset",
        "column",
        "header",
        "why_it_is_asked_for",
        "where_copies_lie",
        "kept_for",
        "rule",
        "why_so_long",
        "figures_made_with_it",
        "who_sees_values",
        "who_sees_figures_made_with_it"
    };

    @Option(names = "--csv", paramLabel = "FILE", description = "writes a line a column into this file")
    @Nullable
    Path csv;

    @Override
    public Integer call() throws IOException {
        Workplace workplace = workplace();
        Catalogue catalogue = workplace.catalogue(workplace.folders());
        List<PersonalData.Held> held = held(catalogue);
        if (csv == null) {
            tell(() -> OutcomeJson.personalData(held, COPIES), () -> print(held, catalogue, out()));
        } else {
            try (BufferedWriter writer = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
                write(held, writer);
            }
            tell(
                    () -> OutcomeJson.personalData(held, COPIES),
                    () -> out().println("Wrote " + Words.count(held.size(), "column") + " to " + csv + "."));
        }
        return ExitCode.DONE;
    }

    private static List<PersonalData.Held> held(Catalogue catalogue) throws IOException {
        Path scratch = Files.createTempDirectory("scrutineer-catalogue-");
        try (RecordStore store = new RecordStore(catalogue, RecordsProperties.defaults(scratch.toString()))) {
            return PersonalData.of(catalogue, store::columns);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static void print(List<PersonalData.Held> held, Catalogue catalogue, PrintWriter out) {
        String heading = "";
        for (PersonalData.Held one : held) {
            String dataset = one.type().name() + ", " + one.dataset().name();
            if (!dataset.equals(heading)) {
                out.println(dataset + ": kept " + kept(one));
                heading = dataset;
            }
            out.println("  " + one.header() + ": " + about(one));
            out.println("    figures made with it: "
                    + (one.indicators().isEmpty() ? "none" : String.join(", ", one.indicators())));
            if (!one.audiences().isEmpty()) {
                out.println("    seen by: " + String.join("; ", one.audiences()));
            }
        }
        out.println(Words.count(held.size(), "column") + " with personal data. Copies lie in: " + COPIES
                + ". Nobody gets values of them; who gets figures is said beside each.");
        if (catalogue.retention(What.INPUT, null).isEmpty()) {
            out.println("No rule of retention.yaml is about the drop folder: what has been taken in stays there until"
                    + " somebody takes it out.");
        }
    }

    private static void write(List<PersonalData.Held> held, BufferedWriter writer) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                writer, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
        for (PersonalData.Held one : held) {
            csv.printRecord(
                    FindingsCsv.safe(one.type().id()),
                    FindingsCsv.safe(one.dataset().id()),
                    FindingsCsv.safe(one.column().name()),
                    FindingsCsv.safe(one.header()),
                    FindingsCsv.safe(about(one)),
                    COPIES,
                    FindingsCsv.safe(kept(one)),
                    FindingsCsv.safe(one.kept() == null ? "" : one.kept().id()),
                    FindingsCsv.safe(one.kept() == null ? "" : one.kept().because()),
                    FindingsCsv.safe(String.join(", ", one.indicators())),
                    "nobody",
                    FindingsCsv.safe(String.join("; ", one.audiences())));
        }
        csv.flush();
    }

    private static String about(PersonalData.Held one) {
        return one.about() == null ? "the catalogue does not say why; add \"about\" to the column" : one.about();
    }

    private static String kept(PersonalData.Held one) {
        return one.kept() == null
                ? "until people decide, as no rule is about it"
                : one.kept().terms();
    }
}
