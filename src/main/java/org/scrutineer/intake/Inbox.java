package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
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
    private final Sightings sightings;
    private final DeletedReturns deleted;
    private final Notices told;
    private final Catalogue catalogue;
    private final SourceWorkbooks workbooks;
    private final ArrivingFiles arriving;

    Inbox(
            IntakeProperties settings,
            Archive archive,
            Submissions submissions,
            Sightings sightings,
            DeletedReturns deleted,
            Notices told,
            Catalogue catalogue,
            SourceWorkbooks workbooks,
            ArrivingFiles arriving) {
        this.deleted = deleted;
        this.told = told;
        this.arriving = arriving;
        this.folder = settings.input().toAbsolutePath().normalize();
        this.archive = archive;
        this.submissions = submissions;
        this.sightings = sightings;
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

    /**
     * Takes in every file that is new and whole, see {@link ArrivingFiles}, in the order of names, with the bytes it had
     * at the first look. One that is not is left for the next time. One process at a time may do so.
     *
     * @throws IOException where the folder cannot be read, or the archive not written
     */
    public Delivery receive() throws IOException {
        archive.deleteUnfinished();
        DropFolder look = DropFolder.look(folder);
        var notices = new ArrayList<>(look.notices());
        List<ArrivingFiles.Seen> fresh = new ArrayList<>();
        for (Path file : look.files()) {
            try {
                ArrivingFiles.Seen seen = see(file, look);
                if (submissions.knows(seen.hash())) {
                    sightings.record(
                            seen.hash(), look.name(file), seen.changed().toInstant());
                    deleted.ofFile(seen.hash())
                            .ifPresent(gone -> notices.add(new Notice(
                                    look.name(file), Notice.What.DELETED, "received before, " + gone.words())));
                } else {
                    fresh.add(seen);
                }
            } catch (Archive.SourceException e) {
                notices.add(new Notice(look.name(file), Notice.What.CANNOT_BE_OPENED));
            }
        }
        if (!fresh.isEmpty()) {
            arriving.pause();
        }
        int received = 0;
        for (ArrivingFiles.Seen seen : fresh) {
            String name = look.name(seen.file());
            try {
                if (!arriving.isWhole(seen)) {
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

    private ArrivingFiles.Seen see(Path file, DropFolder look) throws Archive.SourceException {
        try {
            if (!look.holds(file)) {
                throw new IOException("no longer a file of the folder");
            }
        } catch (IOException e) {
            throw new Archive.SourceException(e);
        }
        return arriving.see(file);
    }

    private boolean receive(ArrivingFiles.Seen seen, String name) throws IOException, ChangedMeanwhileException {
        if (submissions.knows(seen.hash())) {
            sightings.record(seen.hash(), name, seen.changed().toInstant());
            return false;
        }
        Archive.Kept kept = archive.keep(seen.file(), seen.hash()).orElseThrow(ChangedMeanwhileException::new);
        submissions.record(kept, name, identify(kept.file(), name));
        sightings.record(seen.hash(), name, seen.changed().toInstant());
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

    /** The version of the template that a return follows, as it was received; empty where it does not say. */
    public String templateVersion(Submission submission) throws IOException {
        try (SourceWorkbook workbook = workbooks.open(archive.file(submission), submission.fileName())) {
            return new ReturnIdentifier(catalogue)
                    .identify(workbook, submission.fileName())
                    .templateVersion();
        } catch (UnreadableWorkbookException toldAsAFinding) {
            return "";
        }
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
