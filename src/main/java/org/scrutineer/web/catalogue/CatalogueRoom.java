package org.scrutineer.web.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.pipeline.CatalogueArchive;
import org.scrutineer.pipeline.CatalogueUse;
import org.scrutineer.pipeline.FileChange;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.scrutineer.web.Times;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Room
class CatalogueRoom {

    private final List<Section> sections;
    private final CatalogueState state;
    private final Runs runs;
    private final CatalogueArchive archive;
    private final Times times;

    CatalogueRoom(Catalogue catalogue, CatalogueState state, Runs runs, CatalogueArchive archive, Times times) {
        this.sections = new Sections(catalogue).all();
        this.state = state;
        this.runs = runs;
        this.archive = archive;
        this.times = times;
    }

    /**
     * A catalogue in the history.
     *
     * @param firstRun null for the first of all, which differs from none
     */
    record Past(String used, String since, @Nullable Integer firstRun) {}

    /** @param title e.g. {@code targets.csv: changed} */
    record Changed(String title, List<FileChange.Line> lines) {}

    @GetMapping("/catalogue")
    String overview(Person person, Model model) {
        model.addAttribute("sections", sections);
        model.addAttribute("looksAfter", person.is(Role.OFFICER) || person.is(Role.APPROVER));
        return "catalogue/overview";
    }

    @GetMapping("/catalogue/{section}")
    String section(@PathVariable String section, Model model) {
        model.addAttribute(
                "section",
                sections.stream()
                        .filter(one -> one.id().equals(section))
                        .findFirst()
                        .orElseThrow(NotThereException::new));
        return "catalogue/section";
    }

    @GetMapping("/catalogue/problems")
    String problems(Model model) throws IOException {
        model.addAttribute("state", state.look());
        return "catalogue/problems";
    }

    @GetMapping("/catalogue/history")
    String history(Model model) {
        List<CatalogueUse> all = runs.catalogues();
        var past = new ArrayList<Past>();
        for (int i = 0; i < all.size(); i++) {
            CatalogueUse use = all.get(i);
            boolean canBeCompared = i > 0
                    && archive.holds(use.hash())
                    && archive.holds(all.get(i - 1).hash());
            past.add(new Past(
                    use.runs() == 1
                            ? "Run " + use.firstRun()
                            : use.runs() + " runs, from run " + use.firstRun() + " to run " + use.lastRun(),
                    times.moment(use.since()),
                    canBeCompared ? use.firstRun() : null));
        }
        Collections.reverse(past);
        model.addAttribute("past", past);
        return "catalogue/history";
    }

    @GetMapping("/catalogue/history/{run}")
    String changes(@PathVariable int run, Model model) throws IOException {
        List<CatalogueUse> all = runs.catalogues();
        int at = IntStream.range(1, all.size())
                .filter(place -> all.get(place).firstRun() == run)
                .findFirst()
                .orElseThrow(NotThereException::new);
        CatalogueUse before = all.get(at - 1);
        CatalogueUse after = all.get(at);
        if (!archive.holds(before.hash()) || !archive.holds(after.hash())) {
            throw new NotThereException();
        }
        model.addAttribute("run", run);
        model.addAttribute("before", before.lastRun());
        model.addAttribute(
                "changes",
                archive.changes(before.hash(), after.hash()).stream()
                        .map(CatalogueRoom::changed)
                        .toList());
        return "catalogue/changes";
    }

    private static Changed changed(FileChange change) {
        return new Changed(
                change.name() + ": "
                        + switch (change.what()) {
                            case ADDED -> "new";
                            case REMOVED -> "taken away";
                            case CHANGED -> "changed";
                        },
                change.lines());
    }
}
