package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.publication.PublishedFiles;
import org.scrutineer.publication.PublishedFiles.Answer;
import org.scrutineer.publication.PublishedFiles.Origin;
import org.scrutineer.rendering.Renditions;
import org.scrutineer.workbook.WorkbookDifferences;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Says whether a file is what was published here, from which run, and what was changed if not.",
        footer = {"", "Example:", "  scrutineer verify performance-2018-12-committee.xlsx"})
final class VerifyCommand extends ConsoleCommand {

    /** Told one by one; of more the number. */
    private static final int TOLD = 20;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the files, whatever they are called now")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "prints JSON, with all changes")
    boolean json;

    @Option(
            names = "--fail-on-findings",
            description = "ends with 1 where a file is not, or says not, what was published")
    boolean failOnFindings;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new WrongCommandException("There is no file " + file + ".");
            }
        }
        Map<Path, Answer> answers = new LinkedHashMap<>();
        try (ConfigurableApplicationContext context = workplace().open()) {
            PublishedFiles published = context.getBean(PublishedFiles.class);
            Renditions renditions = context.getBean(Renditions.class);
            for (Path file : files) {
                Optional<Renditions.Origin> rendition =
                        renditions.withSha256(DigestUtils.sha256Hex(Files.readAllBytes(file)));
                answers.put(file, rendition.isPresent() ? same(rendition.get()) : published.verify(file));
            }
        }
        if (json) {
            out().println(FileJson.verified(answers));
        } else {
            answers.forEach((file, answer) -> print(file, answer, out()));
        }
        boolean all = answers.values().stream()
                .allMatch(answer -> answer instanceof Answer.Same || answer instanceof Answer.SameContent);
        return failOnFindings && !all ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static Answer same(Renditions.Origin rendition) {
        return new Answer.Same(new Origin(rendition.run(), rendition.period(), rendition.fileName(), null));
    }

    private static void print(Path file, Answer answer, PrintWriter out) {
        if (answer instanceof Answer.Same same) {
            out.println(file + ": is what was published, byte for byte, " + where(same.origin()));
        } else if (answer instanceof Answer.SameContent same) {
            out.println(file + ": unchanged content, saved or packed anew since it was published "
                    + where(same.origin())
                    + (same.partsAdded().isEmpty() ? "" : "; added to it: " + String.join(", ", same.partsAdded())));
        } else if (answer instanceof Answer.Changed changed) {
            out.println(file + ": was changed since it was published " + where(changed.origin()));
            print(changed.differences(), out);
        } else if (answer instanceof Answer.Other other) {
            out.println(file + ": is not what was published under this name " + where(other.origin())
                    + ", and cannot be compared cell by cell");
        } else {
            out.println(file + ": nothing published here has these bytes, this name, or the run it names");
        }
    }

    private static String where(Origin origin) {
        if (origin.answer() != null) {
            return "by answer " + origin.answer() + ", from run " + origin.run() + " of "
                    + origin.period().title() + ", as " + origin.fileName();
        }
        return "by run " + origin.run() + " of " + origin.period().title() + " as " + origin.fileName();
    }

    private static void print(WorkbookDifferences differences, PrintWriter out) {
        differences.sheetsAdded().forEach(sheet -> out.println("  sheet " + sheet + " was added"));
        differences.sheetsRemoved().forEach(sheet -> out.println("  sheet " + sheet + " was removed"));
        differences.cells().stream()
                .limit(TOLD)
                .forEach(change -> out.println("  sheet " + change.sheet() + ", cell " + change.cell() + ": published "
                        + said(change.before()) + ", now " + said(change.after())));
        if (differences.cells().size() > TOLD) {
            out.println(
                    "  and " + Words.count(differences.cells().size() - TOLD, "more cell") + " (--json lists them)");
        }
    }

    private static String said(String text) {
        return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }
}
