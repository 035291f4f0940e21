package org.scrutineer.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.FolderOnDisk;
import org.scrutineer.intake.RunKey;
import org.scrutineer.publication.Publications;
import org.scrutineer.publication.Publications.Published;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes each published paper of a run into a tagged PDF, where LibreOffice is installed, and keeps in the ledger what became
 * of it, in place of anything kept before. That there is no PDF stops nothing.
 */
final class RenderPapers implements Tasklet {

    private static final String DOCUMENT = ".docx";

    private final RenderingProperties settings;
    private final Publications publications;
    private final Renditions renditions;
    private final Office office;

    RenderPapers(RenderingProperties settings, Publications publications, Renditions renditions) {
        this.settings = settings;
        this.publications = publications;
        this.renditions = renditions;
        this.office = new Office(settings);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        render(key.number(), key.period());
        return RepeatStatus.FINISHED;
    }

    void render(int run, ReportingPeriod period) throws IOException {
        var made = new ArrayList<Rendition>();
        if (settings.pdf()) {
            for (Published published : publications.of(run)) {
                if (published.fileName().endsWith(DOCUMENT)) {
                    made.add(new Rendition(
                            published.audience(),
                            published.fileName(),
                            published.sha256(),
                            rendered(run, period, published)));
                }
            }
        }
        renditions.replace(run, made);
    }

    private Rendition.Outcome rendered(int run, ReportingPeriod period, Published paper) throws IOException {
        Office.Outcome outcome = office.pdf(publications.folder(period, run).resolve(paper.fileName()));
        if (outcome instanceof Office.Outcome.NotMade notMade) {
            return new Rendition.NotMade(notMade.why());
        }
        byte[] pdf = ((Office.Outcome.Made) outcome).pdf();
        List<String> lacking = Pdf.lacking(pdf);
        if (!lacking.isEmpty()) {
            return new Rendition.NotMade("The PDF that LibreOffice made has not " + String.join(", nor ", lacking)
                    + ", so that it cannot be read to everyone. Use a newer version of it.");
        }
        byte[] stamped = Pdf.stamped(pdf, period.lastDay(), paper.sha256());
        String name = paper.fileName().substring(0, paper.fileName().length() - DOCUMENT.length()) + ".pdf";
        write(settings.runFolder(period, run).resolve(name), stamped);
        return new Rendition.Made(name, DigestUtils.sha256Hex(stamped));
    }

    /** Whole or not at all; in place of what a run that was cut off may have left. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path partial = folder.resolve("." + file.getFileName() + ".tmp");
        Files.write(partial, bytes);
        Renames.replace(partial, file);
        FolderOnDisk.force(folder);
    }
}
