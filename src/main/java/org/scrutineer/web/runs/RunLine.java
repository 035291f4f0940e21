package org.scrutineer.web.runs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.locks.Holder;
import org.scrutineer.locks.Work;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.RunEntry;
import org.scrutineer.web.Tag;

/**
 * A run as pages tell it.
 *
 * @param why what it was for, e.g. {@code The target was set anew}
 * @param ended null where it has not
 */
public record RunLine(
        int number,
        String period,
        String periodTitle,
        Tag state,
        String startedBy,
        String why,
        Instant started,
        @Nullable Instant ended) {

    /** @param holders who works on what just now */
    public static RunLine of(RunEntry entry, List<Holder> holders) {
        return of(entry, isHeld(entry.run(), holders));
    }

    static boolean isHeld(Run run, List<Holder> holders) {
        Work work = Work.on(run.period());
        return holders.stream().anyMatch(holder -> holder.work().equals(work));
    }

    static RunLine of(RunEntry entry, boolean atWork) {
        Run run = entry.run();
        return new RunLine(
                run.number(),
                run.period().toString(),
                run.period().title(),
                state(run.state(), atWork),
                entry.startedBy(),
                entry.reason().orElse(entry.kind().equals("scheduled") ? "Something new had arrived" : "Wanted anew"),
                entry.startedAt(),
                entry.finishedAt().orElse(null));
    }

    private static Tag state(Run.State state, boolean atWork) {
        return switch (state) {
            case STARTED -> atWork ? new Tag("At work", "blue") : new Tag("Cut off", "yellow");
            case FINISHED -> new Tag("Finished", "green");
            case FAILED -> new Tag("Failed", "red");
            case ABANDONED -> new Tag("Abandoned", "grey");
        };
    }

    public String title() {
        return "Run " + number + ", " + periodTitle;
    }
}
