package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.intake.Submissions;
import org.scrutineer.publication.Publications;
import org.scrutineer.publication.Software;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Builds a run again exactly as it was issued: from the same returns, read in the same way, by the catalogue it used and
 * the ledger as it stood, in a {@link Trial}. What comes of it lies in a folder of its own and is compared with what was
 * published, byte by byte.
 */
@Component
class Rebuilding {

    private final Runs runs;
    private final Publications publications;
    private final CatalogueArchive catalogues;
    private final Trials trials;
    private final Software software;
    private final PipelineProperties settings;
    private final DeletedReturns deleted;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    Rebuilding(
            Runs runs,
            Publications publications,
            CatalogueArchive catalogues,
            Trials trials,
            Software software,
            PipelineProperties settings,
            DeletedReturns deleted,
            JdbcClient jdbc,
            AuditTrail trail,
            Clock clock) {
        this.deleted = deleted;
        this.runs = runs;
        this.publications = publications;
        this.catalogues = catalogues;
        this.trials = trials;
        this.software = software;
        this.settings = settings;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @throws RunRefusedException where there is no such run, or returns it was made from are gone
     * @throws IllegalStateException where it cannot be built again; its message says why
     */
    Rebuilt rebuild(RebuildRequest request) throws IOException {
        Run run = run(request);
        deleted.whyNotAgain(run.number()).ifPresent(why -> {
            throw new RunRefusedException("Run " + run.number() + " of "
                    + run.period().title() + " cannot be built again as it was issued, as " + why
                    + ". What was published stays as it is.");
        });
        List<Long> amended = AsItStood.amendedSince(jdbc, run);
        Path folder = folder(run);
        try (CatalogueArchive.Unpacked unpacked = catalogues.unpack(runs.catalogueHash(run))) {
            try (Trial trial = trials.open(
                    unpacked.catalogue(),
                    new CatalogueFolder(unpacked.folder()),
                    unpacked.folder(),
                    new AsItStood(run))) {
                reopen(trial, run, amended);
                RunEnding ending = trial.bean(RunLauncher.class).rebuild(run);
                if (ending instanceof RunEnding.Failed failed) {
                    throw new IllegalStateException("run " + run.number() + " of "
                            + run.period().title() + " cannot be built again as it was issued. "
                            + Troubles.sentence(failed.cause()));
                }
                take(trial.bean(Publications.class).folder(run.period(), run.number()), folder);
            }
        }
        Rebuilt rebuilt = compare(run, folder);
        record(rebuilt, request.who());
        return rebuilt;
    }

    private Run run(RebuildRequest request) {
        Optional<Run> run = request.run().isPresent()
                ? runs.finished(request.run().get())
                        .filter(found -> found.period().equals(request.period()))
                : runs.newest(request.period());
        return run.orElseThrow(() -> new RunRefusedException("There is no finished run "
                + request.run().map(number -> number + " ").orElse("") + "of "
                + request.period().title() + "; status lists the runs of each period."));
    }

    /** Has the returns that were amended since read again as they were then. */
    private static void reopen(Trial trial, Run run, List<Long> amended) {
        Submissions submissions = trial.bean(Submissions.class);
        trial.bean(FrozenReturns.class).of(run.number()).stream()
                .map(Submissions.Checked::submission)
                .filter(submission -> amended.contains(submission.id()))
                .forEach(submissions::reopen);
    }

    private Path folder(Run run) throws IOException {
        Path internal = settings.rebuilt().toAbsolutePath().normalize();
        PrivateFolders.create(internal);
        Path period = internal.resolve(run.period().toString());
        PrivateFolders.create(period);
        return period.resolve(String.format(Locale.ROOT, "run-%04d-as-issued", run.number()));
    }

    private static void take(Path rebuilt, Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Renames.appear(rebuilt, folder);
    }

    private Rebuilt compare(Run run, Path folder) throws IOException {
        Path published = publications.folder(run.period(), run.number());
        Map<String, String> hashes = new TreeMap<>();
        publications.of(run.number()).forEach(file -> hashes.put(file.fileName(), file.sha256()));
        Path manifest = published.resolve(Publications.MANIFEST);
        if (Files.exists(manifest)) {
            hashes.put(Publications.MANIFEST, DigestUtils.sha256Hex(Files.readAllBytes(manifest)));
        }
        var differing = new ArrayList<Rebuilt.DifferingFile>();
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            Path again = folder.resolve(file.getKey());
            if (!Files.exists(again)
                    || !DigestUtils.sha256Hex(Files.readAllBytes(again)).equals(file.getValue())) {
                differing.add(new Rebuilt.DifferingFile(
                        file.getKey(), FileDifferences.places(published.resolve(file.getKey()), again)));
            }
        }
        return new Rebuilt(run, folder, hashes.size(), differing, runs.softwareVersion(run), software.version());
    }

    private void record(Rebuilt rebuilt, String who) {
        jdbc.sql("insert into rebuilt_run (run, rebuilt_by, rebuilt_at, software_version, files, differing)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        rebuilt.run().number(),
                        who,
                        OffsetDateTime.now(clock),
                        rebuilt.softwareNow(),
                        rebuilt.files(),
                        rebuilt.differing().size())
                .update();
        trail.record(
                who,
                "run-rebuilt",
                "run " + rebuilt.run().number() + " of " + rebuilt.run().period(),
                null,
                Map.of(
                        "software",
                        rebuilt.softwareNow(),
                        "differing",
                        Integer.toString(rebuilt.differing().size())));
    }
}
