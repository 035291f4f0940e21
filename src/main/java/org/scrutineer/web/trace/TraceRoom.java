package org.scrutineer.web.trace;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.trace.CellTracer;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.trace.NotTraceableException;
import org.scrutineer.trace.TraceLog;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Follows figures and cells. Values of personal columns are masked unless a reason is given; they are then shown once, on
 * the page that follows. Every look at rows is in the audit trail.
 */
@Room
class TraceRoom {

    /** Names, from one page to the next, what personal values may be shown of. */
    private static final String UNMASKED = "unmasked";

    private static final int LONGEST_REASON = 1_000;

    private final Catalogue catalogue;
    private final Runs runs;
    private final FigureTracer figures;
    private final CellTracer cells;
    private final TraceLog log;

    TraceRoom(Catalogue catalogue, Runs runs, FigureTracer figures, CellTracer cells, TraceLog log) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.figures = figures;
        this.cells = cells;
        this.log = log;
    }

    @GetMapping("/trace")
    ModelAndView start() {
        return start(new ModelAndView("trace/start"));
    }

    private ModelAndView start(ModelAndView page) {
        Map<String, String> indicators = new LinkedHashMap<>();
        catalogue.indicators().forEach(one -> indicators.putIfAbsent(one.id(), one.id() + " " + one.name()));
        Map<String, String> parts = new LinkedHashMap<>();
        Organisation organisation = catalogue.organisation();
        parts.put(organisation.id(), organisation.name());
        organisation.services().forEach(service -> parts.put(service.id(), service.name()));
        organisation.teams().forEach(team -> parts.put(team.id(), team.name()));
        page.addObject("periods", periods());
        page.addObject("indicators", indicators);
        page.addObject("parts", parts);
        return page;
    }

    private List<ReportingPeriod> periods() {
        return runs.all().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @GetMapping(
            value = "/trace/figure",
            params = {"period", "indicator"})
    ModelAndView figure(Person person, @ModelAttribute("asked") AskedFigure asked, Model model) throws IOException {
        Run run = run(asked);
        FigureTrace.Question masked = asked.question(run, false);
        boolean personal = masked.subject().equals(model.getAttribute(UNMASKED));
        int first = Math.multiplyExact(Math.max(0, asked.pageNumber() - 1), FigurePage.ROWS);
        FigureTrace trace;
        try {
            trace = figures.trace(asked.question(run, personal), first, FigurePage.ROWS);
        } catch (NotTraceableException none) {
            return mistaken("indicator", none);
        }
        log.looked(person.account(), masked.subject());
        var page = new ModelAndView("trace/figure");
        page.addObject("page", FigurePage.of(trace, asked.pageNumber()));
        page.addObject("fields", asked.fields());
        page.addObject("personal", personal);
        return page;
    }

    @PostMapping(
            value = "/trace/figure",
            params = {"period", "indicator"})
    ModelAndView unmaskFigure(
            Person person,
            @ModelAttribute("asked") AskedFigure asked,
            @RequestParam String reason,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Mistakes mistakes = reason(reason);
        if (!mistakes.isEmpty()) {
            ModelAndView page = figure(person, asked, model);
            return page.getStatus() == null ? again(page, mistakes, reason) : page;
        }
        String subject = asked.question(run(asked), true).subject();
        log.record(person.account(), subject, reason.strip());
        flash.addFlashAttribute(UNMASKED, subject);
        return new ModelAndView("redirect:" + address("/trace/figure", asked.fields()));
    }

    @GetMapping("/trace/cell")
    ModelAndView cell(Person person, @RequestParam String file, @RequestParam String cell, Model model)
            throws IOException {
        String subject = subject(file, cell);
        boolean personal = subject.equals(model.getAttribute(UNMASKED));
        var page = new ModelAndView("trace/cell");
        try {
            page.addObject("page", CellPage.of(cells.trace(file, cell, personal)));
        } catch (NotTraceableException none) {
            return mistaken("cell", none).addObject("file", file).addObject("cell", cell);
        }
        log.looked(person.account(), subject);
        page.addObject("fields", Map.of("file", file, "cell", cell));
        page.addObject("personal", personal);
        return page;
    }

    @PostMapping("/trace/cell")
    ModelAndView unmaskCell(
            Person person,
            @RequestParam String file,
            @RequestParam String cell,
            @RequestParam String reason,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        Mistakes mistakes = reason(reason);
        if (!mistakes.isEmpty()) {
            ModelAndView page = cell(person, file, cell, model);
            return page.getStatus() == null ? again(page, mistakes, reason) : page;
        }
        String subject = subject(file, cell);
        log.record(person.account(), subject, reason.strip());
        flash.addFlashAttribute(UNMASKED, subject);
        return new ModelAndView("redirect:" + address("/trace/cell", Map.of("file", file, "cell", cell)));
    }

    private static String address(String path, Map<String, String> parameters) {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private static String subject(String file, String cell) {
        return "cell " + cell + " of " + file;
    }

    private static Mistakes reason(String reason) {
        var mistakes = new Mistakes();
        if (reason.isBlank()) {
            mistakes.add("reason", "Enter why you need to see the values; it is kept.");
        } else if (reason.length() > LONGEST_REASON) {
            mistakes.add("reason", "The reason must be 1,000 characters or fewer.");
        }
        return mistakes;
    }

    private static ModelAndView again(ModelAndView page, Mistakes mistakes, String reason) {
        ModelAndView shown = mistakes.shownOn(String.valueOf(page.getViewName()));
        shown.addAllObjects(page.getModel());
        return shown.addObject("mistakes", mistakes).addObject("reason", reason);
    }

    private ModelAndView mistaken(String field, NotTraceableException none) {
        return start(
                new Mistakes().add(field, String.valueOf(none.getMessage())).shownOn("trace/start"));
    }

    private Run run(AskedFigure asked) {
        Run run = asked.run() == null
                ? runs.newest(asked.period()).orElseThrow(NotThereException::new)
                : runs.finished(asked.run()).orElseThrow(NotThereException::new);
        if (!run.period().equals(asked.period())) {
            throw new NotThereException();
        }
        return run;
    }
}
