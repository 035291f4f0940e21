package org.scrutineer.distribution;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.FolderOnDisk;
import org.scrutineer.intake.PrivateFolders;

/** Messages as files that a mail program opens, where no server is named. Each appears whole, by a rename. */
final class FileRoute implements MailRoute {

    private static final int LETTERS_OF_IDENTITY = 16;

    private final Path folder;

    FileRoute(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String id() {
        return "file";
    }

    /** Named by its identity: the number that the ledger gives it may be another after a crash. */
    private Path file(Delivery delivery) {
        return folder.resolve(
                delivery.message().kind() + "-" + delivery.messageId().substring(1, 1 + LETTERS_OF_IDENTITY) + ".eml");
    }

    @Override
    public Outcome send(Delivery delivery, MimeMessage message) {
        Path file = file(delivery);
        Path unfinished = folder.resolve("." + file.getFileName() + ".tmp");
        try {
            PrivateFolders.create(folder);
            try (FileChannel channel = FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                message.writeTo(out);
                channel.force(true);
            }
            Renames.appear(unfinished, file);
            FolderOnDisk.force(folder);
            return written(file);
        } catch (IOException e) {
            return new Outcome.NotNow(
                    "The file " + file + " cannot be written. Make room for it, or give this account the right to.",
                    false);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + delivery.id() + " cannot be written", e);
        }
    }

    private static Outcome written(Path file) {
        return new Outcome.Sent("Written to " + file.getFileName() + ".");
    }

    @Override
    public Outcome cutOff(Delivery delivery) {
        return Files.exists(file(delivery)) ? written(file(delivery)) : new Outcome.NotNow("", true);
    }
}
