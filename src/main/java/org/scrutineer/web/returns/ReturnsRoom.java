package org.scrutineer.web.returns;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.scrutineer.accounts.Person;
import org.scrutineer.answers.ReturnsAsRead.AsRead;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class ReturnsRoom {

    private static final String AMEND = "/returns/{team}/{period}/{number}/amend";
    private static final String EXCLUDE = "/returns/{team}/{period}/{number}/exclude";

    private final Submissions submissions;
    private final ReturnPages pages;
    private final Changing changing;
    private final TeamAnswers answers;
    private final Inbox inbox;

    ReturnsRoom(Submissions submissions, ReturnPages pages, Changing changing, TeamAnswers answers, Inbox inbox) {
        this.submissions = submissions;
        this.pages = pages;
        this.changing = changing;
        this.answers = answers;
        this.inbox = inbox;
    }

    /** The return of the path: whoever may see a team's may see no other's by its number. */
    @ModelAttribute("checked")
    Submissions.Checked checked(
            @PathVariable String team, @PathVariable ReportingPeriod period, @PathVariable long number) {
        return submissions
                .find(number)
                .filter(found -> found.submission().team().equals(team)
                        && found.submission().period().equals(period))
                .orElseThrow(NotThereException::new);
    }

    @GetMapping("/returns/{team}/{period}/{number}")
    String about(
            @ModelAttribute(name = "checked", binding = false) Submissions.Checked checked, Person person, Model page)
            throws IOException {
        page.addAttribute("about", pages.page(checked, person));
        return "returns/return";
    }

    @GetMapping("/returns/{team}/{period}/{number}/reading")
    String reading(@ModelAttribute(name = "checked", binding = false) Submissions.Checked checked, Model page)
            throws IOException {
        Submission submission = pages.kept(checked);
        AsRead read = pages.read(checked);
        page.addAttribute("about", pages.heading(checked));
        page.addAttribute("templateVersion", inbox.templateVersion(submission));
        page.addAttribute("sheet", pages.howWeRead(read));
        return "returns/reading";
    }

    /** The receipt, or the workbook in which is marked what to correct. */
    @GetMapping("/returns/{team}/{period}/{number}/answer")
    ResponseEntity<Resource> answer(@ModelAttribute(name = "checked", binding = false) Submissions.Checked checked) {
        Path file = answers.newestAnswerTo(pages.kept(checked))
                .filter(Files::isRegularFile)
                .orElseThrow(NotThereException::new);
        String name = file.getFileName().toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        name.toLowerCase(Locale.ROOT).endsWith(".xlsm")
                                ? "application/vnd.ms-excel.sheet.macroEnabled.12"
                                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    @GetMapping({AMEND, EXCLUDE})
    ModelAndView form(
            @ModelAttribute(name = "checked", binding = false) Submissions.Checked checked,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String cell,
            HttpServletRequest request)
            throws IOException {
        return shown(new ModelAndView(view(kind(request))), checked, changing.blank(checked, sheet, cell));
    }

    @PostMapping({AMEND, EXCLUDE})
    ModelAndView change(
            @ModelAttribute(name = "checked", binding = false) Submissions.Checked checked,
            ChangeForm form,
            HttpServletRequest request,
            RedirectAttributes flash)
            throws IOException {
        AmendmentList.Kind kind = kind(request);
        String back = "redirect:" + ReturnPaths.of(checked.submission());
        if (changing.isDone(checked, kind, form)) {
            return new ModelAndView(Flash.done(flash, "That was done already. Nothing was done twice.", back));
        }
        Mistakes mistakes = changing.make(checked, kind, form);
        if (!mistakes.isEmpty()) {
            return shown(mistakes.shownOn(view(kind)), checked, form);
        }
        return new ModelAndView(Flash.done(
                flash,
                (kind == AmendmentList.Kind.AMEND ? "The cell will be read as you said." : "The row will be left out.")
                        + " The next run reads the return again and publishes its month anew.",
                back));
    }

    private static AmendmentList.Kind kind(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/amend") ? AmendmentList.Kind.AMEND : AmendmentList.Kind.EXCLUDE;
    }

    private static String view(AmendmentList.Kind kind) {
        return kind == AmendmentList.Kind.AMEND ? "returns/amend" : "returns/exclude";
    }

    private ModelAndView shown(ModelAndView page, Submissions.Checked checked, ChangeForm form) throws IOException {
        List<String> sheets = pages.sheets(checked);
        page.addObject("about", pages.heading(checked));
        page.addObject("form", form);
        page.addObject("sheets", sheets);
        return page;
    }
}
