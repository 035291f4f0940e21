package org.scrutineer.commentary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.intake.RunKey;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Asks each role that owns figures in question for what it has not explained yet, in a folder of its own beside those of
 * the teams. A role that has explained all of them is not asked.
 */
class AskOwners implements Tasklet {

    private final Catalogue catalogue;
    private final FiguresInQuestion figures;
    private final CommentaryRequests requests;
    private final Path folder;

    /** @param folder with a folder a sender in it, and in that one a period */
    AskOwners(Catalogue catalogue, FiguresInQuestion figures, CommentaryRequests requests, Path folder) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.requests = requests;
        this.folder = folder;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunKey run = RunKey.of(context.getStepContext().getJobParameters());
        if (requests.type().isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        List<FigureInQuestion> all = figures.of(run.number(), run.period());
        for (Role role : catalogue.organisation().roles()) {
            List<FigureInQuestion> own = all.stream()
                    .filter(figure -> figure.role().equals(role.id()))
                    .toList();
            if (own.stream().anyMatch(figure -> figure.explanation().isEmpty())) {
                Path file = folderOf(role, run).resolve(name(run));
                // One that a run left before it was cut off is the same but for the day it may have been filled in.
                if (!Files.exists(file)) {
                    requests.write(role, run.period(), own, file);
                }
            }
        }
        return RepeatStatus.FINISHED;
    }

    private Path folderOf(Role role, RunKey run) throws IOException {
        Path own = folder.resolve(role.id());
        Path period = own.resolve(run.period().toString());
        PrivateFolders.create(folder);
        PrivateFolders.create(own);
        PrivateFolders.create(period);
        return period;
    }

    private static String name(RunKey run) {
        return String.format(Locale.ROOT, "explanations asked for %s, run %04d.xlsx", run.period(), run.number());
    }
}
