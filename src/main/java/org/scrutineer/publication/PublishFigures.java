package org.scrutineer.publication;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submissions;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes a run's figures, and names what was published and what it says in words in the ledger, in place of anything
 * named for it before.
 */
class PublishFigures implements Tasklet {

    private final RunFiguresReader reader;
    private final AudienceReports reports;
    private final Publisher publisher;
    private final Publications publications;
    private final Summaries summaries;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    PublishFigures(
            RunFiguresReader reader,
            AudienceReports reports,
            Publisher publisher,
            Publications publications,
            Summaries summaries,
            Submissions submissions,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.reports = reports;
        this.publisher = publisher;
        this.publications = publications;
        this.summaries = summaries;
        this.submissions = submissions;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        RunFigures figures = reader.read(key.number(), key.period());
        List<Report> told = reports.of(figures);
        publications.replace(key.number(), publisher.publish(figures, told, segments(figures)));
        summaries.replace(
                key.number(),
                told.stream()
                        .collect(Collectors.toMap(
                                report -> report.audience().id(), report -> new SummaryText(report).summary())));
        events.publishEvent(new RunPublished(
                key.number(),
                key.period(),
                told.stream().map(report -> report.audience().id()).toList()));
        return RepeatStatus.FINISHED;
    }

    private List<CountedSegment> segments(RunFigures figures) {
        return figures.returns().stream()
                .filter(SeenReturn::counts)
                .flatMap(seen -> submissions.segments(seen.submission()).stream()
                        .map(segment -> new CountedSegment(seen.submission(), segment)))
                .toList();
    }
}
