package org.scrutineer.web.commentary;

import java.util.List;
import java.util.Optional;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explaining;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.commentary.FiguresInQuestion;
import org.scrutineer.commentary.Written;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.RoomPart;

/** The figures that are to be explained, office by office, and how their explanations stand. */
@RoomPart
class AskedFigures {

    private final Catalogue catalogue;
    private final Runs runs;
    private final FiguresInQuestion figures;
    private final Explaining explaining;

    AskedFigures(Catalogue catalogue, Runs runs, FiguresInQuestion figures, Explaining explaining) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.figures = figures;
        this.explaining = explaining;
    }

    /**
     * The figures that one office is asked about.
     *
     * @param writes whether whoever looks may write for it
     */
    record Office(String id, String name, boolean writes, List<Row> figures) {}

    /** @param state in two or three words */
    record Row(String code, String name, String figure, String rating, String direction, String state) {}

    /** The offices of somebody who writes for some, or else all, in the catalogue's order. */
    List<Office> offices(Person person, ReportingPeriod period) {
        Run run = runs.newest(period).orElseThrow(NotThereException::new);
        List<FigureInQuestion> all = figures.of(run.number(), period);
        boolean seesAll = person.is(Role.OFFICER) || person.is(Role.APPROVER);
        return catalogue.organisation().roles().stream()
                .filter(office -> seesAll || person.writesFor(office.id()))
                .map(office -> new Office(
                        office.id(),
                        office.name(),
                        person.writesFor(office.id()),
                        all.stream()
                                .filter(figure -> figure.role().equals(office.id()))
                                .map(figure -> row(figure, period))
                                .toList()))
                .filter(office -> office.writes() || !office.figures().isEmpty())
                .toList();
    }

    private Row row(FigureInQuestion figure, ReportingPeriod period) {
        return new Row(
                figure.indicator().id(),
                figure.indicator().name(),
                figure.printed(),
                figure.ratingReason(),
                figure.trend().map(trend -> trend.sentence()).orElse(""),
                state(figure, newest(figure, period)));
    }

    /** What was written on a page, where no run has taken it up yet. */
    private Optional<Written> newest(FigureInQuestion figure, ReportingPeriod period) {
        return explaining.newest(period, figure.indicator().id()).filter(Written::pending);
    }

    private static String state(FigureInQuestion figure, Optional<Written> pending) {
        if (pending.isPresent()) {
            return pending.get().explanation().figure().equals(figure.printed())
                    ? "Written, waits for the next run"
                    : "Asked for again";
        }
        return figure.explanation().isPresent()
                ? "Explained"
                : figure.stale().isPresent() ? "Asked for again" : "Not explained yet";
    }

    /** The run whose figures are explained. */
    Run run(ReportingPeriod period) {
        return runs.newest(period).orElseThrow(NotThereException::new);
    }

    /** A figure that an office is asked about. */
    FigureInQuestion figure(Run run, String office, String code) {
        return figures.of(run.number(), run.period()).stream()
                .filter(one -> one.role().equals(office) && one.indicator().id().equals(code))
                .findFirst()
                .orElseThrow(NotThereException::new);
    }

    String officeName(String office) {
        return catalogue
                .organisation()
                .role(office)
                .map(Organisation.Role::name)
                .orElseThrow(NotThereException::new);
    }
}
