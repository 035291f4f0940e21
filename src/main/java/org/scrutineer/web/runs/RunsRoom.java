package org.scrutineer.web.runs;

import java.util.List;
import java.util.UUID;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.distribution.Releases;
import org.scrutineer.locks.Holder;
import org.scrutineer.locks.Locks;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.RunDesk;
import org.scrutineer.pipeline.RunDesk.Job;
import org.scrutineer.pipeline.RunDesk.Request;
import org.scrutineer.pipeline.RunEntry;
import org.scrutineer.pipeline.RunRefusedException;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.pipeline.Statuses;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.OvertakenException;
import org.scrutineer.web.Room;
import org.scrutineer.web.SignedIn;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class RunsRoom {

    private static final int ON_A_PAGE = 50;

    /** What the button says that only shows what would be touched. */
    private static final String PREVIEW = "preview";

    private final Runs runs;
    private final Pipeline pipeline;
    private final RunDesk desk;
    private final Locks locks;
    private final Statuses statuses;
    private final Releases releases;
    private final Catalogue catalogue;

    RunsRoom(
            Runs runs,
            Pipeline pipeline,
            RunDesk desk,
            Locks locks,
            Statuses statuses,
            Releases releases,
            Catalogue catalogue) {
        this.runs = runs;
        this.pipeline = pipeline;
        this.desk = desk;
        this.locks = locks;
        this.statuses = statuses;
        this.releases = releases;
        this.catalogue = catalogue;
    }

    @GetMapping("/runs")
    String all(@RequestParam(defaultValue = "" + Integer.MAX_VALUE) int before, Person person, Model page) {
        List<RunEntry> found = runs.entries().stream()
                .filter(entry -> entry.run().number() < before)
                .toList();
        List<Holder> holders = locks.holders();
        page.addAttribute(
                "runs",
                found.stream()
                        .limit(ON_A_PAGE)
                        .map(entry -> RunLine.of(entry, holders))
                        .toList());
        page.addAttribute("newest", before == Integer.MAX_VALUE);
        page.addAttribute(
                "older",
                found.size() > ON_A_PAGE ? found.get(ON_A_PAGE - 1).run().number() : null);
        page.addAttribute("atWork", desk.atWork().map(WorkView::of).orElse(null));
        page.addAttribute(
                "others",
                holders.stream().map(holder -> holder.sentence() + ".").toList());
        page.addAttribute(
                "lately", desk.newest().stream().limit(5).map(WorkView::of).toList());
        mayStart(person, page);
        return "runs/runs";
    }

    /** Each form has an id of its own, by which it is known when it is sent twice. */
    private static void mayStart(Person person, Model page) {
        page.addAttribute("mayStart", person.is(Role.OFFICER));
        page.addAttribute("form", UUID.randomUUID());
    }

    @PostMapping("/runs")
    String start(@RequestParam("form") UUID form, @RequestParam(defaultValue = "") String act, Person person) {
        return begun(form, act.equals(PREVIEW) ? new Request.PreviewOfCurrent() : new Request.Current(), person);
    }

    private String begun(UUID form, Request request, Person person) {
        try {
            Job job = desk.begin(form, request, person.account(), SignedIn::asNow);
            return "redirect:/runs/work/" + job.id();
        } catch (RunRefusedException e) {
            throw new OvertakenException(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/runs/again")
    ModelAndView again(AgainForm form) {
        return form(new ModelAndView("runs/again"), form);
    }

    private ModelAndView form(ModelAndView page, AgainForm form) {
        page.addObject("again", form);
        page.addObject("form", UUID.randomUUID());
        page.addObject(
                "periods",
                statuses.periods().stream()
                        .map(period -> new Named(period.toString(), period.title()))
                        .toList());
        return page;
    }

    @PostMapping("/runs/again")
    ModelAndView runAgain(
            @RequestParam("form") UUID id, AgainForm form, @RequestParam(defaultValue = "") String act, Person person) {
        boolean preview = act.equals(PREVIEW);
        Mistakes mistakes = form.mistakes(pipeline, preview);
        if (!mistakes.isEmpty()) {
            return form(mistakes.shownOn("runs/again"), form);
        }
        var from = form.first().orElseThrow();
        var to = form.last().orElseThrow();
        return new ModelAndView(begun(
                id,
                preview ? new Request.PreviewOfAgain(from, to) : new Request.Again(from, to, form.shownReason()),
                person));
    }

    @GetMapping("/runs/work/{work}")
    String work(@PathVariable UUID work, Person person, Model page) {
        boolean stopping = pipeline.isStopping();
        Job job = desk.find(work).orElseThrow(NotThereException::new);
        page.addAttribute("work", WorkView.of(job));
        if (job.isAtWork()) {
            page.addAttribute("live", true);
            page.addAttribute("stoppable", job.request().isRun());
            if (job.request().isRun()) {
                pipeline.atWork().ifPresent(run -> addProgress(run, stopping, page));
            }
        }
        mayStart(person, page);
        return "runs/work";
    }

    /** @param stopping as it was before it was asked what is at work, which may have stopped since */
    private void addProgress(Run run, boolean stopping, Model page) {
        page.addAttribute("run", run.number());
        page.addAttribute(
                "runTitle", "Run " + run.number() + " of " + run.period().title());
        var progress = pipeline.progress(run);
        page.addAttribute("progress", progress);
        page.addAttribute("progressWords", RunWords.progress(progress));
        page.addAttribute("stopping", stopping);
    }

    @GetMapping("/runs/{run}")
    String run(@PathVariable int run, Person person, Model page) {
        boolean stopping = pipeline.isStopping();
        RunEntry entry = entry(run);
        List<Holder> holders = locks.holders();
        boolean atWork = entry.run().state() == Run.State.STARTED && RunLine.isHeld(entry.run(), holders);
        page.addAttribute("shown", RunLine.of(entry, atWork));
        page.addAttribute("finished", entry.run().state() == Run.State.FINISHED);
        page.addAttribute("stoppable", isAtWorkHere(entry.run()));
        page.addAttribute("told", told(entry.run().state(), atWork));
        if (atWork) {
            page.addAttribute("live", true);
            addProgress(entry.run(), stopping, page);
            page.addAttribute(
                    "others",
                    holders.stream()
                            .filter(holder -> RunLine.isHeld(entry.run(), List.of(holder)))
                            .map(holder -> holder.sentence() + ".")
                            .toList());
        }
        if (entry.run().state() == Run.State.FINISHED) {
            boolean before = runs.entries(entry.run().period()).stream()
                    .anyMatch(other -> other.run().number() < run && other.run().state() == Run.State.FINISHED);
            page.addAttribute("changes", ChangesView.of(pipeline.changes(entry.run()), before));
        }
        page.addAttribute(
                "publications",
                releases.of(run).stream()
                        .map(release -> new Named(
                                release.audience(),
                                catalogue.audiences().stream()
                                                .filter(audience ->
                                                        audience.id().equals(release.audience()))
                                                .map(audience -> audience.name())
                                                .findFirst()
                                                .orElse(release.audience())
                                        + ", " + release.state().id()))
                        .toList());
        mayStart(person, page);
        return "runs/run";
    }

    private boolean isAtWorkHere(Run run) {
        return pipeline.atWork().filter(here -> here.number() == run.number()).isPresent();
    }

    private static String told(Run.State state, boolean atWork) {
        return switch (state) {
            case STARTED ->
                atWork
                        ? "It is at work. You can leave this page and come back."
                        : "It was begun and has not ended: the next start goes on where it stopped.";
            case FINISHED -> "It has come to its end.";
            case FAILED -> "A step failed, and the log says why. The next start tries again from there.";
            case ABANDONED -> "It did not end before a newer run took up its period. Nothing of it counts.";
        };
    }

    @PostMapping("/runs/{run}/stop")
    String stop(@PathVariable int run, Person person, RedirectAttributes flash) {
        try {
            desk.stopRun(entry(run).run(), person.account());
        } catch (RunRefusedException e) {
            throw new OvertakenException(String.valueOf(e.getMessage()));
        }
        return Flash.done(
                flash,
                "Run " + run
                        + " is asked to stop, and does so at the next safe point: between two returns or two steps; in its"
                        + " last step it comes to its end. Nothing is lost.",
                "redirect:/runs/" + run);
    }

    @PostMapping("/runs/{run}/as-issued")
    String asIssued(@PathVariable int run, @RequestParam("form") UUID form, Person person) {
        Run found = runs.finished(run).orElseThrow(NotThereException::new);
        return begun(form, new Request.AsIssued(run, found.period()), person);
    }

    private RunEntry entry(int run) {
        return runs.entry(run).orElseThrow(NotThereException::new);
    }
}
