package org.scrutineer.web.commentary;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Doubts;
import org.scrutineer.commentary.Explaining;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.commentary.OvertakenWriterException;
import org.scrutineer.commentary.Written;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Room;
import org.scrutineer.web.Times;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class CommentaryRoom {

    private final Runs runs;
    private final AskedFigures asked;
    private final Explaining explaining;
    private final Doubts doubts;
    private final Times times;

    CommentaryRoom(Runs runs, AskedFigures asked, Explaining explaining, Doubts doubts, Times times) {
        this.runs = runs;
        this.asked = asked;
        this.explaining = explaining;
        this.doubts = doubts;
        this.times = times;
    }

    @GetMapping("/commentary")
    String list(Person person, @RequestParam(required = false) @Nullable ReportingPeriod period, Model model) {
        List<ReportingPeriod> periods = runs.all().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        model.addAttribute("periods", periods);
        model.addAttribute("asked", explaining.isAskedFor());
        if (!periods.isEmpty()) {
            ReportingPeriod chosen = period == null ? periods.get(0) : period;
            model.addAttribute("period", chosen);
            model.addAttribute("offices", asked.offices(person, chosen));
        }
        return "commentary/list";
    }

    @GetMapping("/commentary/{office}/{period}/{code}")
    ModelAndView figure(@PathVariable String office, @PathVariable ReportingPeriod period, @PathVariable String code) {
        Run run = asked.run(period);
        FigureInQuestion figure = asked.figure(run, office, code);
        Optional<Written> newest = explaining.newest(period, code);
        Optional<Explanation> said = FigurePage.current(figure, newest);
        var page = new ModelAndView("commentary/figure");
        page.addObject(
                "form",
                ExplanationForm.of(
                        figure.printed(), newest.map(Written::version).orElse(0), said));
        return filled(page, run, office, figure, newest, said);
    }

    @PostMapping("/commentary/{office}/{period}/{code}")
    ModelAndView explain(
            Person person,
            @PathVariable String office,
            @PathVariable ReportingPeriod period,
            @PathVariable String code,
            @ModelAttribute("form") ExplanationForm form,
            RedirectAttributes flash)
            throws IOException {
        Run run = asked.run(period);
        FigureInQuestion figure = asked.figure(run, office, code);
        Mistakes mistakes = form.mistakes();
        if (!mistakes.isEmpty()) {
            return again(mistakes, HttpStatus.UNPROCESSABLE_CONTENT, form, run, office, figure);
        }
        if (!form.figure().equals(figure.printed())) {
            return again(
                    new Mistakes()
                            .add(
                                    "why",
                                    "The figure was " + form.figure() + " when you opened this page, and is "
                                            + figure.printed()
                                            + " now. See that what you say fits it, and save again."),
                    HttpStatus.CONFLICT,
                    form.now(figure.printed(), form.version()),
                    run,
                    office,
                    figure);
        }
        try {
            boolean now = explaining.explain(
                    run.number(),
                    period,
                    form.explanation(code, office),
                    form.version(),
                    person.account(),
                    person.name());
            String next = "redirect:/commentary/" + office + "/" + period + "/" + code;
            return new ModelAndView(Flash.done(
                    flash,
                    now
                            ? "Your explanation is saved. The next run takes it up."
                            : "Your explanation was saved already.",
                    next));
        } catch (OvertakenWriterException overtaken) {
            Written newest = explaining.newest(period, code).orElseThrow();
            return again(
                            new Mistakes()
                                    .add(
                                            "why",
                                            newest.writer() + " explained this figure at " + times.moment(newest.at())
                                                    + ", while you were writing. Both texts are below: put into yours"
                                                    + " what should stay of theirs, and save again."),
                            HttpStatus.CONFLICT,
                            form.now(figure.printed(), newest.version()),
                            run,
                            office,
                            figure)
                    .addObject(
                            "theirs",
                            FigurePage.said("What " + newest.writer() + " has written", newest.explanation()));
        }
    }

    private ModelAndView again(
            Mistakes mistakes,
            HttpStatus status,
            ExplanationForm form,
            Run run,
            String office,
            FigureInQuestion figure) {
        ModelAndView page = mistakes.shownOn("commentary/figure");
        page.setStatus(status);
        page.addObject("form", form);
        return filled(
                page,
                run,
                office,
                figure,
                explaining.newest(run.period(), figure.indicator().id()),
                Optional.empty());
    }

    private ModelAndView filled(
            ModelAndView page,
            Run run,
            String office,
            FigureInQuestion figure,
            Optional<Written> newest,
            Optional<Explanation> said) {
        page.addObject("period", run.period());
        page.addObject("office", office);
        page.addObject("officeName", asked.officeName(office));
        page.addObject(
                "page",
                FigurePage.of(
                        figure,
                        newest,
                        said.map(words -> doubts.of(run.number(), run.period(), figure, words))
                                .orElse(List.of()),
                        times));
        return page;
    }
}
