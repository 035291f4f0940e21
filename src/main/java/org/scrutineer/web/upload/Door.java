package org.scrutineer.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.HandedInFiles;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.web.RoomPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at each file before it is let into the drop folder: it has to be a return, and of a team that whoever uploads it
 * sends for, which its content says, not its name. Of a return of another team nothing is kept and nothing is told.
 */
@RoomPart
class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final long MEGABYTE = 1 << 20;

    /** What an upload that was cut off left behind is deleted once it can be no other's that is under way. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final int LONGEST_REFUSAL = 3_000;

    private final UploadProperties settings;
    private final Inbox inbox;
    private final Submissions submissions;
    private final HandedInFiles drop;
    private final Uploads uploads;
    private final Clock clock;

    Door(
            UploadProperties settings,
            Inbox inbox,
            Submissions submissions,
            HandedInFiles drop,
            Uploads uploads,
            Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.submissions = submissions;
        this.drop = drop;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Takes what may be taken of an upload.
     *
     * @param token of the form it came with
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException where that form was sent before; nothing was taken then
     * @throws IOException where the disk fails
     */
    long take(List<MultipartFile> files, String token, Person person) throws IOException {
        PrivateFolders.create(settings.folder());
        removeWhatWasLeftBehind();
        Path staging = Files.createTempDirectory(settings.folder(), "upload-");
        try {
            var looked = new ArrayList<Upload.File>();
            var staged = new ArrayList<Path>();
            for (MultipartFile file : files) {
                Path own = Files.createDirectory(staging.resolve(Integer.toString(staged.size())));
                Path copy = own.resolve(HandedInFiles.name(String.valueOf(file.getOriginalFilename())));
                looked.add(look(file, copy, person));
                staged.add(copy);
            }
            long number = uploads.record(token, person.account(), looked);
            for (int place = 0; place < looked.size(); place++) {
                if (looked.get(place).outcome() == Upload.Outcome.TAKEN) {
                    put(staged.get(place), number, place);
                }
            }
            return number;
        } finally {
            FileSystemUtils.deleteRecursively(staging);
        }
    }

    private void put(Path file, long number, int place) {
        try {
            drop.put(file, number);
        } catch (IOException e) {
            LOG.error("a file of upload {} cannot be put into the input folder", number, e);
            uploads.refuse(
                    number,
                    place,
                    "It could not be put into the input folder. Tell the data officer, and upload it again later.");
        }
    }

    private Upload.File look(MultipartFile file, Path copy, Person person) throws IOException {
        String name = copy.getFileName().toString();
        if (file.getSize() > settings.largestFile().toBytes()) {
            return refused(
                    name,
                    "",
                    String.format(
                            Locale.UK,
                            "It has %,d MB; expected at most %,d MB. Take out sheets and pictures that are not asked"
                                    + " for.",
                            (file.getSize() + MEGABYTE - 1) / MEGABYTE,
                            settings.largestFile().toMegabytes()));
        }
        if (file.getSize() == 0) {
            return refused(name, "", "It is empty. Save the workbook again and upload that.");
        }
        try (InputStream in = file.getInputStream()) {
            Files.copy(in, copy);
        }
        String hash = Archive.hash(copy);
        Inbox.Recognition recognition = inbox.recognise(copy);
        if (recognition instanceof Inbox.Recognition.Unrecognised unrecognised) {
            return refused(name, hash, sentence(unrecognised.findings()));
        }
        Submission submission = ((Inbox.Recognition.Recognised) recognition).submission();
        if (!person.is(Role.OFFICER) && !person.sendsFor(submission.team())) {
            return refused(
                    name,
                    hash,
                    "It is no return of a team that you send returns for. Look at the team on its sheet Return; if it"
                            + " is right, ask your administrator to let you send for that team.");
        }
        return new Upload.File(name, hash, submissions.knows(hash) ? Upload.Outcome.KNOWN : Upload.Outcome.TAKEN, "");
    }

    private static Upload.File refused(String name, String hash, String refusal) {
        return new Upload.File(name, hash, Upload.Outcome.REFUSED, refusal);
    }

    /** What was found is not quoted: it may be anything. */
    private static String sentence(List<Finding> findings) {
        var sentences = new ArrayList<String>();
        for (Finding finding : findings) {
            String place = (finding.sheet() == null ? "" : "Sheet " + finding.sheet() + ", ")
                    + (finding.cell() == null ? "" : "cell " + finding.cell() + ", ");
            String expected = place + "expected " + finding.expected() + ". " + finding.remedy();
            sentences.add(expected.substring(0, 1).toUpperCase(Locale.ROOT) + expected.substring(1));
        }
        String all = String.join(" ", sentences);
        return all.length() > LONGEST_REFUSAL ? all.substring(0, LONGEST_REFUSAL) + "…" : all;
    }

    private void removeWhatWasLeftBehind() throws IOException {
        Instant before = clock.instant().minus(LEFT_BEHIND);
        drop.deleteUnfinished(before);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(settings.folder())) {
            for (Path each : left) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }
    }
}
