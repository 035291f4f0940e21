package org.scrutineer.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.DisclosureControl;
import org.scrutineer.disclosure.PublicRelease;
import org.scrutineer.disclosure.TrueFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.PublishedRuns.PublishedRun;
import org.scrutineer.publication.RunFigures.Figure;
import org.scrutineer.workbook.WorkbookWriter;
import org.scrutineer.workbook.WrittenFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers members' questions, each by a workbook with one table. What is told the public goes through disclosure control
 * with everything that was told before, and counts for whatever is told after. The same question about the same runs has
 * one answer, however often it is asked.
 */
@Component
public class MembersAnswers {

    private final Catalogue catalogue;
    private final PublishedRuns runs;
    private final RunFiguresReader figures;
    private final DisclosureControl control;
    private final GivenToMembers given;
    private final AuditTrail audit;
    private final PublicationProperties settings;
    private final TransactionTemplate transactions;
    private final WorkbookWriter workbooks = new WorkbookWriter();

    MembersAnswers(
            Catalogue catalogue,
            PublishedRuns runs,
            RunFiguresReader figures,
            DisclosureControl control,
            GivenToMembers given,
            AuditTrail audit,
            PublicationProperties settings,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.figures = figures;
        this.control = control;
        this.given = given;
        this.audit = audit;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * An answer.
     *
     * @param number counts all answers
     * @param workbook the file, whole on the disk
     * @param told each figure of it as it is told, in the order of the table
     */
    public record Answer(int number, Path workbook, List<ToldFigure> told) {

        public Answer {
            told = List.copyOf(told);
        }
    }

    /**
     * A figure as an answer tells it.
     *
     * @param run the run it is from
     * @param whose the name of the organisation, service, team or authority
     */
    public record ToldFigure(
            int run, ReportingPeriod period, Indicator indicator, String whose, IndicatorValue value) {}

    /**
     * Answers a question from the newest finished run of each period, and keeps that it did before the file appears.
     *
     * @param askedBy whose account the audit trail names
     * @throws UnanswerableException where it asks for what there is not, or for what its audience is not told
     * @throws org.scrutineer.disclosure.ReleaseRefusedException where a hidden number could be worked out with the answer;
     *     nothing is told or kept then
     * @throws IOException where the disk fails
     */
    public Answer answer(MembersQuestion question, String askedBy) throws UnanswerableException, IOException {
        Audience audience = audience(question);
        List<RunFigures> asked = new ArrayList<>();
        for (ReportingPeriod period : question.periods()) {
            asked.add(asked(question, audience, period));
        }
        if (asked.stream().allMatch(run -> run.values().isEmpty())) {
            throw new UnanswerableException(
                    "There is no figure of " + question.text() + ". Ask for another breakdown.");
        }
        String madeFrom = asked.stream().map(RunFigures::runNumber).collect(Collectors.joining(", "));
        record Kept(int number, @Nullable ControlledRelease release) {}
        Kept kept = Objects.requireNonNull(transactions.execute(status -> {
            control.lock();
            int number = given.number(question, madeFrom, newestRun(asked));
            var answer = new Kept(
                    number,
                    release(audience, asked)
                            .map(release -> control.answer(number, release))
                            .orElse(null));
            audit.record(
                    askedBy,
                    "question-answered",
                    "answer " + number + ", " + question.text() + ", for " + audience.id(),
                    null,
                    Map.of("runs", madeFrom));
            return answer;
        }));
        ControlledRelease release = kept.release();
        List<RunFigures> told = release == null
                ? asked
                : asked.stream()
                        .map(run -> ControlledFigures.of(run, release, List.of()))
                        .toList();
        var table = new AnswerTable(question, audience, told, kept.number());
        return new Answer(kept.number(), write(question, audience, kept.number(), table), table.figures());
    }

    private Audience audience(MembersQuestion question) throws UnanswerableException {
        List<String> known = catalogue.audiences().stream().map(Audience::id).toList();
        Optional<Audience> audience = catalogue.audiences().stream()
                .filter(one -> one.id().equals(question.audience()))
                .findFirst();
        if (audience.isEmpty()) {
            throw new UnanswerableException("\"" + question.audience() + "\" is no audience; there are: "
                    + String.join(", ", known) + "." + nearest(question.audience(), known));
        }
        return audience.get();
    }

    private static String nearest(String said, List<String> known) {
        return Names.nearest(said, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
    }

    /** The figures that are asked for of a period, and nothing else. */
    private RunFigures asked(MembersQuestion question, Audience audience, ReportingPeriod period)
            throws UnanswerableException {
        List<Indicator> indicators = indicators(question, period);
        Optional<PublishedRun> newest = runs.newest(period);
        if (newest.isEmpty()) {
            throw new UnanswerableException("No run of " + period.title() + " has finished yet.");
        }
        PublishedRun run = newest.get();
        if (!run.catalogueHash().equals(catalogue.hash())) {
            throw new UnanswerableException("Run " + run.number() + ", the newest of " + period.title()
                    + ", was made with another catalogue than today's. Run the period again, and ask then.");
        }
        if (!audience.isPublishedIn(period, catalogue.organisation())) {
            throw new UnanswerableException("Nothing is published for " + audience.id() + " for " + period.title()
                    + ", as " + audience.authority() + " does not exist then.");
        }
        RunFigures all = figures.read(run.number(), period);
        RunFigures own = AudienceScope.of(all, audience);
        var wanted = new ArrayList<IndicatorValue>();
        for (Indicator indicator : indicators) {
            for (Part part : question.by().parts(all, audience)) {
                Optional<IndicatorValue> value = all.value(indicator, part, indicator.timing());
                if (value.isPresent()) {
                    requireTellable(question, audience, own, indicator, value.get());
                    wanted.add(value.get());
                }
            }
        }
        return all.only(wanted);
    }

    private List<Indicator> indicators(MembersQuestion question, ReportingPeriod period) throws UnanswerableException {
        List<Indicator> defined = catalogue.indicators(period);
        var indicators = new ArrayList<Indicator>();
        for (String code : question.indicators()) {
            Optional<Indicator> indicator =
                    defined.stream().filter(one -> one.id().equals(code)).findFirst();
            if (indicator.isEmpty()) {
                throw new UnanswerableException("\"" + code + "\" is no indicator of " + period.title()
                        + "; config/catalogue/indicators has"
                        + " them."
                        + nearest(code, defined.stream().map(Indicator::id).toList()));
            }
            indicators.add(indicator.get());
        }
        return indicators;
    }

    /**
     * An audience is told in answers what its own publications tell; more than that only where disclosure control guards
     * it.
     */
    private static void requireTellable(
            MembersQuestion question, Audience audience, RunFigures own, Indicator indicator, IndicatorValue value)
            throws UnanswerableException {
        boolean guarded = audience.disclosure() != null && audience.authority() == null;
        if (own.values().containsKey(Figure.of(value)) || (guarded && indicator.people())) {
            return;
        }
        throw new UnanswerableException(indicator.id() + " is not told to " + audience.id() + " "
                + question.by().words() + ": its publications do not show it, and "
                + (guarded
                        ? "disclosure control does not guard it, as it does not count people."
                        : audience.place().file() + " names no disclosure profile that would guard it for everyone.")
                + " Ask for what its publications show, or for another audience.");
    }

    private static int newestRun(List<RunFigures> asked) {
        return asked.get(asked.size() - 1).run();
    }

    private Optional<PublicRelease> release(Audience audience, List<RunFigures> asked) {
        return Optional.ofNullable(audience.disclosure())
                .flatMap(catalogue::disclosureProfile)
                .map(profile -> new PublicRelease(
                        audience.id(),
                        profile,
                        asked.stream()
                                .flatMap(run ->
                                        run.values().values().stream().map(value -> TrueFigure.of(run.period(), value)))
                                .sorted(ControlledFigures.ORDER)
                                .toList()));
    }

    /** The answer's workbook, written now or when it was asked first. */
    private Path write(MembersQuestion question, Audience audience, int number, AnswerTable table) throws IOException {
        var folder = RunFolder.ofAnswer(settings, question.period(), number, audience.id());
        Path file = folder.published().resolve(table.fileName());
        if (!folder.isPublished()) {
            Path staged = folder.stage().resolve(table.fileName());
            WrittenFile written = workbooks.write(table.workbook(), staged);
            WorkbookGate.require(staged, audience);
            given.written(number, settings.relative(file), written);
            folder.publish();
        } else if (!Files.isRegularFile(file)
                || !given.sha256(number).equals(DigestUtils.sha256Hex(Files.readAllBytes(file)))) {
            throw new IllegalStateException(folder.published() + " does not hold answer " + number + " as it was given."
                    + " Nothing was overwritten: move the folder away, and ask again to have it written anew.");
        }
        return file;
    }
}
