package org.scrutineer.web.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.AccountActions;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.audit.AuditEntry;
import org.scrutineer.audit.AuditFilter;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.TrailCheck;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Room;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class AuditRoom {

    private static final int ON_A_PAGE = 50;

    private final AuditTrail trail;
    private final TrailCheck check;

    AuditRoom(AuditTrail trail, TrailCheck check) {
        this.trail = trail;
        this.check = check;
    }

    /** What was done, in the words of the page. */
    record Action(String id, String words) {}

    /**
     * @param who an account; empty for all
     * @param action empty for all
     * @param period as somebody types it; empty for all
     */
    @GetMapping("/audit")
    ModelAndView entries(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Person person) {
        var mistakes = new Mistakes();
        Optional<ReportingPeriod> about = ReportingPeriod.read(period);
        if (!period.isBlank() && about.isEmpty()) {
            mistakes.add("period", "Enter a period such as 2018-12 or Dec-18, or none for all.");
        }
        var filter = new AuditFilter(
                who, action, about.map(ReportingPeriod::toString).orElse(""), mayBeSeenBy(person));
        List<AuditEntry> found = trail.newest(filter, before, ON_A_PAGE + 1);
        ModelAndView page = mistakes.isEmpty() ? new ModelAndView("audit/entries") : mistakes.shownOn("audit/entries");
        page.addObject(
                "entries", found.stream().limit(ON_A_PAGE).map(AuditLine::of).toList());
        page.addObject(
                "older", found.size() > ON_A_PAGE ? found.get(ON_A_PAGE - 1).number() : null);
        page.addObject("newest", before == Long.MAX_VALUE);
        page.addObject("who", who);
        page.addObject("action", action);
        page.addObject("period", period);
        page.addObject("people", trail.people(mayBeSeenBy(person)));
        page.addObject(
                "actions",
                trail.actions(mayBeSeenBy(person)).stream()
                        .map(id -> new Action(id, AuditLine.words(id)))
                        .toList());
        page.addObject("all", mayBeSeenBy(person) == null);
        return page;
    }

    /**
     * Whoever looks after accounts alone sees what is about accounts alone: other entries name files and quote reasons,
     * which may tell of the people that returns are about.
     */
    private static @Nullable Set<String> mayBeSeenBy(Person person) {
        return person.is(Role.OFFICER) || person.is(Role.APPROVER) ? null : AccountActions.ALL;
    }

    @PostMapping("/audit/verify")
    String verify(RedirectAttributes flash) throws IOException {
        AuditVerdict verdict = check.verify(List.of());
        flash.addFlashAttribute("sound", verdict instanceof AuditVerdict.Sound);
        flash.addFlashAttribute("verdict", verdict.sentence());
        return "redirect:/audit";
    }
}
