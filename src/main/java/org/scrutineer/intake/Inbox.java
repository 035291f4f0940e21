package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** The drop folder. Whatever is found there is archived and recorded once, by its bytes; nothing in it is changed. */
@Component
public class Inbox {

    private final Path folder;
    private final Archive archive;
    private final Submissions submissions;
    private final Notices told;
    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;
    private final Pause pause;
    private final Clock clock;
    private final Duration patience;

    Inbox(
            IntakeProperties settings,
            Archive archive,
            Submissions submissions,
            Notices told,
            Catalogue catalogue,
            SourceWorkbooks workbooks,
            Pause pause,
            Clock clock) {
        this.patience = settings.patience();
        this.told = told;
        this.pause = pause;
        this.clock = clock;
        this.folder = settings.input().toAbsolutePath().normalize();
        this.archive = archive;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.workbooks = workbooks;
    }

    /** Whether it can be told whose return a file is. */
    public sealed interface Recognition {

        /** @param submission with neither an id nor a hash, as it is not kept */
        record Recognised(Submission submission) implements Recognition {}

        record Unrecognised(List<Finding> findings) implements Recognition {}
    }

    /**
     * What a look into the folder found.
     *
     * @param found files that may be returns
     * @param received those among them whose bytes had not been seen before
     * @param notices what else a person should know of, in the order of names
     */
    public record Delivery(int found, int received, List<Notice> notices) {

        public Delivery {
            notices = List.copyOf(notices);
        }
    }

    /** A file as the first look found it. */
    private record Seen(Path file, String hash, long size, FileTime changed) {

        boolean isUnchanged() throws IOException {
            BasicFileAttributes now = attributes(file);
            return now.isRegularFile()
                    && now.size() == size
                    && now.lastModifiedTime().equals(changed);
        }
    }

    /**
     * Takes in every file that is new and whole, in the order of names. A file counts as whole when it is the same, byte
     * for byte, at two looks with a pause between them, and has the end that its beginning promises; one that is not is
     * left for the next time.
     *
     * @throws IOException where the folder cannot be read, or the archive not written
     */
    public Delivery receive() throws IOException {
        DropFolder look = DropFolder.look(folder);
        var notices = new ArrayList<>(look.notices());
        List<Seen> fresh = new ArrayList<>();
        for (Path file : look.files()) {
            try {
                Seen seen = see(file, look);
                if (submissions.knows(seen.hash())) {
                    submissions.seen(
                            seen.hash(), look.name(file), seen.changed().toInstant());
                } else {
                    fresh.add(seen);
                }
            } catch (Archive.SourceException e) {
                notices.add(new Notice(look.name(file), Notice.What.CANNOT_BE_OPENED));
            }
        }
        if (!fresh.isEmpty()) {
            pause.betweenLooks();
        }
        int received = 0;
        for (Seen seen : fresh) {
            String name = look.name(seen.file());
            try {
                if (!isWhole(seen)) {
                    notices.add(new Notice(name, Notice.What.STILL_ARRIVING));
                } else if (receive(seen, name)) {
                    received++;
                    if (look.isOpenInExcel(seen.file())) {
                        notices.add(new Notice(name, Notice.What.OPEN_IN_EXCEL));
                    }
                }
            } catch (ChangedMeanwhileException e) {
                notices.add(new Notice(name, Notice.What.STILL_ARRIVING));
            } catch (Archive.SourceException e) {
                notices.add(new Notice(name, Notice.What.CANNOT_BE_OPENED));
            }
        }
        notices.sort(Comparator.comparing(Notice::file));
        told.replace(notices);
        return new Delivery(look.files().size(), received, notices);
    }

    private static Seen see(Path file, DropFolder look) throws Archive.SourceException {
        BasicFileAttributes found;
        try {
            found = attributes(file);
            if (!found.isRegularFile() || !look.holds(file)) {
                throw new IOException("no longer a file of the folder");
            }
        } catch (IOException e) {
            throw new Archive.SourceException(e);
        }
        return new Seen(file, Archive.hash(file), found.size(), found.lastModifiedTime());
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** What looks unfinished is taken for cut off, not for arriving, once it has been left alone for long enough. */
    private boolean isWhole(Seen seen) throws Archive.SourceException {
        try {
            return seen.isUnchanged()
                    && (!SourceWorkbooks.isUnfinished(seen.file())
                            || seen.changed().toInstant().plus(patience).isBefore(clock.instant()));
        } catch (IOException e) {
            throw new Archive.SourceException(e);
        }
    }

    private boolean receive(Seen seen, String name) throws IOException, ChangedMeanwhileException {
        if (submissions.knows(seen.hash())) {
            submissions.seen(seen.hash(), name, seen.changed().toInstant());
            return false;
        }
        Archive.Kept kept = archive.keep(seen.file(), seen.hash()).orElseThrow(ChangedMeanwhileException::new);
        submissions.record(kept, name, identify(kept.file(), name));
        submissions.seen(seen.hash(), name, seen.changed().toInstant());
        return true;
    }

    /** A file had other bytes when it was copied than when it was looked at. */
    private static final class ChangedMeanwhileException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Finds out whose return a file is without receiving it; it may lie anywhere. */
    public Recognition recognise(Path file) throws IOException {
        String name = file.getFileName().toString();
        ReturnIdentity identity = identify(file, name);
        if (identity instanceof ReturnIdentity.Known known) {
            return new Recognition.Recognised(new Submission(
                    0,
                    "",
                    name,
                    known.returnType(),
                    known.team(),
                    known.period(),
                    known.preparedOn(),
                    known.nothingToReport()));
        }
        return new Recognition.Unrecognised(((ReturnIdentity.Unknown) identity).findings());
    }

    private ReturnIdentity identify(Path file, String name) throws IOException {
        try (SourceWorkbook workbook = workbooks.open(file, name)) {
            return new ReturnIdentifier(catalogue).identify(workbook, name).identity();
        } catch (UnreadableWorkbookException e) {
            return new ReturnIdentity.Unknown(List.of(unreadable(e, name)));
        }
    }

    /** The finding for a file that cannot be read, or not to its end. */
    public static Finding unreadable(UnreadableWorkbookException e, String fileName) {
        return new Finding(
                e.refusal().code(),
                Severity.BLOCK,
                fileName,
                null,
                null,
                e.found(),
                "an Excel workbook that can be read, but " + e.sentence(),
                e.refusal().remedy());
    }
}
