package org.scrutineer.web.indicators;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.publication.FiguresAsPublished;
import org.scrutineer.publication.ToldFigure;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.RoomPart;
import org.scrutineer.web.Times;

/**
 * Which figures whom is shown. Data officers, approvers and owners see all that the newest run of a period made;
 * submitters of it what is their own teams'; everybody else what was issued to the public, with what is hidden there.
 */
@RoomPart
class Sights {

    private final Catalogue catalogue;
    private final Runs runs;
    private final Releases releases;
    private final FiguresAsPublished published;
    private final Books books;
    private final Times times;

    Sights(Catalogue catalogue, Runs runs, Releases releases, FiguresAsPublished published, Books books, Times times) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.releases = releases;
        this.published = published;
        this.books = books;
        this.times = times;
    }

    /** The periods whose figures somebody may see, newest first. */
    List<ReportingPeriod> periods(Person person) {
        return runs.all().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::period)
                .distinct()
                .filter(period -> seesUnissued(person) || issued(period).isPresent())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * What somebody may see of a period.
     *
     * @param part what it is looked at for; null for the organisation as a whole or, for submitters, their first team. Who
     *     sees all is shown the whole where the part had no figures then
     * @throws NotThereException where there is nothing, or nothing that whoever asks may see
     */
    Shown show(Person person, ReportingPeriod period, @Nullable String part) throws IOException {
        if (!seesUnissued(person)) {
            return issued(person, period, part);
        }
        Run run = runs.newest(period).orElseThrow(NotThereException::new);
        boolean all = seesAll(person);
        List<ToldFigure> figures = published.internal(period, run.number()).stream()
                .filter(told -> all || person.sendsFor(told.figure().organisation()))
                .toList();
        Books.Book book = books.of(run);
        return new Shown(
                run,
                book.catalogue(),
                (all ? "Figures" : "Your teams' figures") + " of run " + run.number() + " of " + period.title()
                        + ", the newest. Nothing is hidden in them: do not pass them on before they are issued.",
                figures,
                looked(figures, all && !has(figures, part) ? null : part, book.catalogue()),
                IndicatorValue.ALL,
                Optional.of(book),
                person.is(Role.OFFICER));
    }

    /** What was issued to the public of a period, oldest first, up to and with it: a figure's course for everybody. */
    List<Shown> issuedUpTo(Person person, ReportingPeriod last, String part) throws IOException {
        var all = new ArrayList<Shown>();
        for (ReportingPeriod period : periods(person)) {
            if (period.compareTo(last) <= 0 && issued(period).isPresent()) {
                all.add(0, issued(person, period, part));
            }
        }
        return all;
    }

    private static boolean seesAll(Person person) {
        return person.is(Role.OFFICER) || person.is(Role.APPROVER) || person.is(Role.OWNER);
    }

    private static boolean seesUnissued(Person person) {
        return seesAll(person) || person.is(Role.SUBMITTER);
    }

    private Shown issued(Person person, ReportingPeriod period, @Nullable String part) throws IOException {
        if (!person.is(Role.VIEWER)) {
            throw new NotThereException();
        }
        Release release = issued(period).orElseThrow(NotThereException::new);
        Run run = runs.finished(release.run()).orElseThrow(NotThereException::new);
        Catalogue used = books.of(run).catalogue();
        Audience audience = used.audiences().stream()
                .filter(one -> one.id().equals(release.audience()) && one.isPublic())
                .findFirst()
                .orElseThrow(NotThereException::new);
        List<ToldFigure> figures = published.of(period, run.number(), audience.id());
        Instant at = release.issuedAt();
        return new Shown(
                run,
                used,
                "Figures of " + period.title() + " as they were issued to " + audience.name()
                        + (at == null ? "" : " at " + times.moment(at)) + ".",
                figures,
                looked(figures, part, used),
                audience.authority() == null ? IndicatorValue.ALL : audience.authority(),
                Optional.empty(),
                false);
    }

    /** What of a period stands issued for everybody: of several audiences the catalogue's first. */
    private Optional<Release> issued(ReportingPeriod period) {
        List<Release> all = releases.of(period);
        return catalogue.audiences().stream()
                .filter(Audience::isPublic)
                .flatMap(audience -> all.stream()
                        .filter(release ->
                                release.audience().equals(audience.id()) && release.state() == Release.State.ISSUED))
                .findFirst();
    }

    private static boolean has(List<ToldFigure> figures, @Nullable String part) {
        return figures.stream().anyMatch(told -> told.figure().organisation().equals(part));
    }

    private static String looked(List<ToldFigure> figures, @Nullable String part, Catalogue catalogue) {
        if (part != null) {
            if (!has(figures, part)) {
                throw new NotThereException();
            }
            return part;
        }
        String whole = catalogue.organisation().id();
        return figures.isEmpty() || has(figures, whole)
                ? whole
                : figures.get(0).figure().organisation();
    }
}
