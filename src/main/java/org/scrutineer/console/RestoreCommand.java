package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.scrutineer.backup.BackupException;
import org.scrutineer.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description =
                "Puts a backup back into an empty output folder, and its ledger into a file there or into the empty database"
                        + " that the settings name, after every file of it was held against its hash. The next start goes"
                        + " on where the backup was made.",
        footer = {
            "",
            "Examples:",
            "  scrutineer --output /srv/scrutineer restore --from /mnt/backups/scrutineer-20221122-080623Z",
            "",
            "What was received after the backup was made is received again if it still lies in the drop folder. What a",
            "retention rule took since then is back: run \"retention\" first."
        })
final class RestoreCommand extends TellingCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.of("Europe/London"));

    @Option(
            names = "--from",
            paramLabel = "DIR|FILE",
            required = true,
            description = "the folder of the backup, or the manifest.json in it")
    Path from = Path.of("");

    @Override
    public Integer call() throws IOException {
        Folders folders = workplace().folders();
        try {
            Restore.Restored restored = Restore.of(
                    from, folders.output(), folders.catalogue(), workplace().databaseOfLedger());
            tell(() -> OutcomeJson.restored(restored, folders), () -> print(restored, folders));
            return ExitCode.DONE;
        } catch (BackupException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        }
    }

    private void print(Restore.Restored restored, Folders folders) {
        out().println("Restored " + Words.count(restored.files(), "file") + ", "
                + BackupCommand.size(restored.bytes()) + ", into " + folders.output()
                + ", as they stood on " + MINUTE.format(restored.madeAt()) + ".");
        if (!restored.catalogueDiffers().isEmpty()) {
            out().println("The catalogue in " + folders.catalogue()
                    + " was left as it is; in the backup these files of"
                    + " it are otherwise: " + String.join(", ", restored.catalogueDiffers())
                    + ". The backup's lie in "
                    + restored.backup().resolve("catalogue") + ".");
        }
        out().println("Run \"retention\" before anything else: what its rules took since then is back.");
    }
}
