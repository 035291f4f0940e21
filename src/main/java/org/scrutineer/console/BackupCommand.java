package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scrutineer.backup.BackupException;
import org.scrutineer.backup.Backups;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        description =
                "Copies all that the output folder holds, and the catalogue, into a folder of its own, and reads every"
                        + " file back. A run may go on meanwhile. The drop folder is not copied.",
        footer = {
            "",
            "Examples:",
            "  scrutineer backup",
            "  scrutineer backup --to /mnt/backups",
            "",
            "A backup holds personal data. Keep it on another disk, encrypted, for as long as the catalogue's rule says.",
            "Files that never change are linked to those of the backup before in the same folder, and take no room."
        })
final class BackupCommand extends TellingCommand {

    private static final long MEGABYTE = 1 << 20;

    @Option(names = "--to", paramLabel = "DIR", description = "makes it in this folder (output/backups)")
    @Nullable
    Path to;

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context = workplace().open()) {
            Backups.Made made = context.getBean(Backups.class).make(to);
            tell(() -> OutcomeJson.backedUp(made), () -> print(made));
            return ExitCode.DONE;
        } catch (BackupException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        }
    }

    private void print(Backups.Made made) {
        made.notices().forEach(out()::println);
        out().println("Backed up " + Words.count(made.files(), "file") + ", " + size(made.bytes()) + ", into "
                + RunSummary.relative(made.folder())
                + (made.linked() == 0
                        ? "."
                        : "; " + Words.number(made.linked()) + " of them are shared with the backup before.")
                + " Every file was read back.");
        if (to == null) {
            out().println(
                            "It lies on the same disk as what it is a copy of: copy it to another, or name one with --to.");
        }
    }

    static String size(long bytes) {
        return bytes < MEGABYTE
                ? Words.count(bytes, "byte")
                : String.format(Locale.UK, "%,.1f MB", (double) bytes / MEGABYTE);
    }
}
