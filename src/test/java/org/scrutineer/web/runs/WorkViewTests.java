package org.scrutineer.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.PeriodChanges;
import org.scrutineer.pipeline.Preview;
import org.scrutineer.pipeline.Rebuilt;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.RunDesk.Job;
import org.scrutineer.pipeline.RunDesk.Outcome;
import org.scrutineer.pipeline.RunDesk.Request;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.publication.ChangedFigures.ChangedFigure;
import org.scrutineer.web.Tag;

class WorkViewTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final Run RUN = new Run(3, DECEMBER, Run.State.FINISHED);
    private static final ChangedFigure VISITS = new ChangedFigure(
            "CN02",
            "Visits in time",
            false,
            "Team North",
            false,
            "by month",
            "35.0 per cent",
            "36.0 per cent",
            List.of("a return was corrected", "a target was set anew"));

    private static WorkView view(Request request, Outcome outcome) {
        return WorkView.of(new Job(UUID.randomUUID(), request, "cexample", Instant.EPOCH, outcome));
    }

    private static RunReport report(boolean stopped, List<RunReport.Failure> failed) {
        return new RunReport(
                31,
                2,
                List.of(),
                List.of(),
                failed,
                stopped ? List.of(RUN) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                stopped,
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void tellsWhatARunCameTo() {
        WorkView nothing = view(new Request.Current(), new Outcome.Ran(report(false, List.of())));
        assertThat(nothing.state()).isEqualTo(new Tag("Done", "green"));
        assertThat(nothing.sentences())
                .containsExactly(
                        "31 files in the input folder, 2 of them new.",
                        "There was nothing new to do; nothing was read or published twice.");

        WorkView stopped = view(new Request.Current(), new Outcome.Ran(report(true, List.of())));
        assertThat(stopped.state()).isEqualTo(new Tag("Stopped", "yellow"));
        assertThat(stopped.sentences())
                .endsWith(
                        "Stopped before all was done, as asked. Nothing is lost: the next start goes on from there.",
                        "Run 3 of December 2018 was finished before, and its figures are published.");

        WorkView failed = view(
                new Request.Again(DECEMBER, DECEMBER, "why"),
                new Outcome.Ran(report(
                        false,
                        List.of(new RunReport.Failure(RUN, new IllegalStateException("Rows do not close."), false)))));
        assertThat(failed.title()).isEqualTo("Running December 2018 again");
        assertThat(failed.state()).isEqualTo(new Tag("Failed", "red"));
        assertThat(failed.sentences())
                .endsWith(
                        "Run 3 of December 2018 failed and published nothing: Rows do not close. The next start goes on"
                                + " where it stopped.");
    }

    @Test
    void tellsWhatARunWouldTouchAndOffersIt() {
        WorkView preview = view(
                new Request.PreviewOfAgain(DECEMBER, ReportingPeriod.of(2019, 1)),
                new Outcome.Previewed(new Preview(
                        List.of(),
                        List.of(new Preview.Period(
                                DECEMBER,
                                true,
                                List.of(new Preview.Return(
                                        "north.xlsx", "Team North", Preview.Kind.CHANGED, "accepted", 1)),
                                new PeriodChanges(RUN, 120, List.of(VISITS)),
                                "",
                                List.of("Managers", "Scrutiny committee"),
                                List.of())))));

        assertThat(preview.title()).isEqualTo("What running December 2018 to January 2019 again would touch");
        assertThat(preview.sentences()).containsExactly("Nothing was stored, published or sent.");
        assertThat(preview.next()).isEqualTo(new WorkView.Next("2018-12", "2019-01"));
        assertThat(preview.previewed())
                .containsExactly(new WorkView.PreviewedPeriod(
                        "December 2018",
                        List.of(new WorkView.Return(
                                "Team North", "north.xlsx", "sent again", "accepted", "1 working day late")),
                        new ChangesView(
                                "1 of 120 figures is not what was published before.",
                                List.of(new ChangesView.Figure(
                                        "Visits in time (CN02)",
                                        "Team North, by month",
                                        "35.0 per cent",
                                        "36.0 per cent",
                                        "a return was corrected; a target was set anew")),
                                0),
                        "",
                        "Managers, Scrutiny committee",
                        List.of()));

        WorkView nothing =
                view(new Request.PreviewOfCurrent(), new Outcome.Previewed(new Preview(List.of(), List.of())));
        assertThat(nothing.sentences()).containsExactly("There is nothing new to do; a run would touch nothing.");
        assertThat(nothing.next()).isNull();
    }

    @Test
    void tellsWhatCameOutOtherwiseAndWhatWasRefused() {
        WorkView same = view(
                new Request.AsIssued(3, DECEMBER),
                new Outcome.Built(new Rebuilt(RUN, Path.of("elsewhere"), 12, List.of(), "1.0", "1.0")));
        assertThat(same.title()).isEqualTo("Building run 3 of December 2018 as it was issued");
        assertThat(same.sentences()).containsExactly("All 12 files are byte for byte what was published.");

        WorkView another = view(
                new Request.AsIssued(3, DECEMBER),
                new Outcome.Built(new Rebuilt(
                        RUN,
                        Path.of("elsewhere"),
                        12,
                        List.of(new Rebuilt.DifferingFile("a.xlsx", List.of("sheet Scorecard, cell D7"))),
                        "1.0",
                        "1.1")));
        assertThat(another.state()).isEqualTo(new Tag("Not the same", "yellow"));
        assertThat(another.sentences())
                .containsExactly(
                        "1 of 12 files came out otherwise. Version 1.0 of the software published it, this is 1.1.");

        WorkView refused = view(new Request.Current(), new Outcome.Refused("Somebody works on it."));
        assertThat(refused.state()).isEqualTo(new Tag("Not done", "yellow"));
        assertThat(refused.sentences()).containsExactly("Somebody works on it.");
    }

    @Test
    void ofManyFiguresTheFirstAreTold() {
        ChangesView many = ChangesView.of(new PeriodChanges(RUN, 1_234, Collections.nCopies(51, VISITS)), true);

        assertThat(many.summary()).isEqualTo("51 of 1,234 figures are not what was published before.");
        assertThat(many.told()).hasSize(50);
        assertThat(many.untold()).isEqualTo(1);
        assertThat(ChangesView.of(new PeriodChanges(RUN, 1_234, List.of()), false)
                        .summary())
                .isEqualTo("1,234 figures; nothing was published before.");
    }
}
