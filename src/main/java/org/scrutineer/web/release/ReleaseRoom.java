package org.scrutineer.web.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.Message.About;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.distribution.Postman;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.distribution.Releasing;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.OvertakenException;
import org.scrutineer.web.Room;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
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
class ReleaseRoom {

    private final Releases releases;
    private final Releasing releasing;
    private final Issuing issuing;
    private final PublishedSheets sheets;
    private final ReleaseFiles files;
    private final Outbox outbox;
    private final Postman postman;
    private final Catalogue catalogue;
    private final Clock clock;

    ReleaseRoom(
            Releases releases,
            Releasing releasing,
            Issuing issuing,
            PublishedSheets sheets,
            ReleaseFiles files,
            Outbox outbox,
            Postman postman,
            Catalogue catalogue,
            Clock clock) {
        this.releases = releases;
        this.releasing = releasing;
        this.issuing = issuing;
        this.sheets = sheets;
        this.files = files;
        this.outbox = outbox;
        this.postman = postman;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/release")
    String all(@RequestParam(required = false) @Nullable ReportingPeriod period, Person person, Model page) {
        List<Release> seen = releases.all().stream()
                .filter(release -> maySee(person, release))
                .toList();
        List<ReportingPeriod> periods =
                seen.stream().map(Release::period).distinct().toList();
        if (period != null && !periods.contains(period)) {
            throw new NotThereException();
        }
        Optional<ReportingPeriod> shown =
                Optional.ofNullable(period).or(() -> periods.stream().findFirst());
        page.addAttribute("periods", periods);
        page.addAttribute("period", shown.orElse(null));
        page.addAttribute(
                "releases",
                seen.stream()
                        .filter(release ->
                                shown.filter(release.period()::equals).isPresent())
                        .map(this::line)
                        .toList());
        return "release/publications";
    }

    private ReleaseLine line(Release release) {
        return ReleaseLine.of(release, catalogue, clock.instant());
    }

    /** Who works on publications sees all; whoever else is let in sees what is issued and for everybody. */
    private boolean maySee(Person person, Release release) {
        return worksOnThem(person)
                || person.is(Role.VIEWER)
                        && release.state() == Release.State.ISSUED
                        && audience(release).filter(Audience::isPublic).isPresent();
    }

    private static boolean worksOnThem(Person person) {
        return person.is(Role.OFFICER) || person.is(Role.APPROVER);
    }

    private Optional<Audience> audience(Release release) {
        return catalogue.audiences().stream()
                .filter(audience -> audience.id().equals(release.audience()))
                .findFirst();
    }

    private Release seen(int run, String audience, Person person) {
        return releases.find(run, audience)
                .filter(release -> maySee(person, release))
                .orElseThrow(NotThereException::new);
    }

    @GetMapping("/release/{run}/{audience}")
    ModelAndView publication(@PathVariable int run, @PathVariable String audience, Person person) throws IOException {
        Release release = seen(run, audience, person);
        return shown(new ModelAndView("release/publication"), release, person, EmbargoForm.EMPTY, "");
    }

    private ModelAndView shown(ModelAndView page, Release release, Person person, EmbargoForm embargo, String reason)
            throws IOException {
        page.addObject("shown", line(release));
        page.addObject("files", files.of(release));
        page.addObject("sheet", PublishedSheets.SCORECARD);
        boolean works = worksOnThem(person);
        page.addObject("works", works);
        if (works) {
            page.addObject(
                    "told",
                    outbox.about(new About(release.run(), release.audience())).stream()
                            .map(ToldLine::of)
                            .toList());
        }
        if (works && release.isOpen() && audience(release).isPresent()) {
            page.addObject("examined", releasing.examine(release));
        }
        boolean approves = person.is(Role.APPROVER);
        page.addObject("mayApprove", approves && release.state() == Release.State.DRAFT);
        page.addObject("mayIssue", works && isDue(release));
        page.addObject("mayWithdraw", approves && (release.isOpen() || release.state() == Release.State.ISSUED));
        page.addObject("embargo", embargo);
        page.addObject("reason", reason);
        return page;
    }

    private boolean isDue(Release release) {
        Release.Approval approval = release.approval();
        Instant embargo = approval == null ? null : approval.embargo();
        return release.state() == Release.State.APPROVED && (embargo == null || !embargo.isAfter(clock.instant()));
    }

    @GetMapping("/release/{run}/{audience}/sheets/{sheet}")
    String sheet(
            @PathVariable int run, @PathVariable String audience, @PathVariable String sheet, Person person, Model page)
            throws IOException {
        Release release = seen(run, audience, person);
        try {
            page.addAttribute("sheet", sheets.of(release, sheet).orElseThrow(NotThereException::new));
        } catch (NotReleasedException e) {
            throw new OvertakenException(String.valueOf(e.getMessage()));
        }
        page.addAttribute("shown", line(release));
        return "release/sheet";
    }

    @GetMapping("/release/{run}/{audience}/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable int run, @PathVariable String audience, @PathVariable String file, Person person)
            throws IOException {
        Release release = seen(run, audience, person);
        try {
            byte[] bytes = files.handOver(release, file).orElseThrow(NotThereException::new);
            return ResponseEntity.ok()
                    .contentType(MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(bytes);
        } catch (NotReleasedException e) {
            throw new OvertakenException(String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/release/{run}/{audience}/approve")
    ModelAndView approve(
            @PathVariable int run,
            @PathVariable String audience,
            @RequestParam String state,
            @ModelAttribute EmbargoForm embargo,
            Person person,
            RedirectAttributes flash)
            throws IOException {
        Release release = asShown(run, audience, state, person);
        var mistakes = new Mistakes();
        Optional<Instant> until = embargo.read(mistakes);
        if (mistakes.isEmpty()) {
            try {
                releasing.approve(release, until);
                return new ModelAndView(Flash.done(
                        flash,
                        until.isPresent()
                                ? "It is approved, and is issued once the embargo has passed."
                                : "It is approved, and is issued within minutes.",
                        "redirect:" + line(release).path()));
            } catch (NotReleasedException e) {
                String.valueOf(e.getMessage()).lines().forEach(line -> mistakes.add("approve", line));
            }
        }
        return shown(mistakes.shownOn("release/publication"), release, person, embargo, "");
    }

    /** Who sends a form twice, or late, is told how it stands. */
    private Release asShown(int run, String audience, String state, Person person) {
        Release release = seen(run, audience, person);
        if (!release.state().id().equals(state)) {
            Release.Approval approval = release.approval();
            throw new OvertakenException(line(release).title() + ", run " + run + ", is "
                    + release.state().id() + " already"
                    + (approval == null ? "." : ", and was approved by " + approval.as() + "."));
        }
        return release;
    }

    @PostMapping("/release/{run}/{audience}/issue")
    ModelAndView issue(
            @PathVariable int run,
            @PathVariable String audience,
            @RequestParam String state,
            Person person,
            RedirectAttributes flash)
            throws IOException {
        Release release = asShown(run, audience, state, person);
        var mistakes = new Mistakes();
        postman.mistakes().forEach(sentence -> mistakes.add("issue", sentence));
        if (mistakes.isEmpty()) {
            try {
                Issuing.Issue issue = issuing.issue(release);
                if (issue.isIssued()) {
                    return new ModelAndView(Flash.done(
                            flash,
                            "It is issued. Those it is for are told within minutes." + notTold(issue),
                            "redirect:" + line(release).path()));
                }
                issue.notIssued().lines().forEach(line -> mistakes.add("issue", line));
            } catch (NotReleasedException e) {
                mistakes.add("issue", String.valueOf(e.getMessage()));
            }
        }
        Release now = releases.find(run, audience).orElseThrow(NotThereException::new);
        return shown(mistakes.shownOn("release/publication"), now, person, EmbargoForm.EMPTY, "");
    }

    private static String notTold(Issuing.Issue issue) {
        return issue.notTold().isEmpty()
                ? ""
                : " Tell them yourself, as the catalogue does not name them any more: "
                        + String.join("; ", issue.notTold()) + ".";
    }

    @PostMapping("/release/{run}/{audience}/withdraw")
    ModelAndView withdraw(
            @PathVariable int run,
            @PathVariable String audience,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            RedirectAttributes flash)
            throws IOException {
        Release release = asShown(run, audience, state, person);
        var mistakes = new Mistakes();
        if (reason.isBlank()) {
            mistakes.add("reason", "Say why it is withdrawn: everyone who got it is told.");
        } else {
            try {
                Issuing.Issue withdrawn = releasing.withdraw(release, reason.strip());
                return new ModelAndView(Flash.done(
                        flash,
                        "It is withdrawn."
                                + (release.issuedAt() == null ? "" : " Those who got it are told within minutes.")
                                + notTold(withdrawn),
                        "redirect:" + line(release).path()));
            } catch (NotReleasedException e) {
                String.valueOf(e.getMessage()).lines().forEach(line -> mistakes.add("reason", line));
            }
        }
        return shown(mistakes.shownOn("release/publication"), release, person, EmbargoForm.EMPTY, reason);
    }

    @GetMapping("/release/{run}/{audience}/mails/{mail}")
    ModelAndView mail(@PathVariable int run, @PathVariable String audience, @PathVariable long mail, Person person) {
        Release release = seen(run, audience, person);
        return mail(new ModelAndView("release/mail"), release, mail(release, mail), "");
    }

    @PostMapping("/release/{run}/{audience}/mails/{mail}")
    ModelAndView sendAgain(
            @PathVariable int run,
            @PathVariable String audience,
            @PathVariable long mail,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            RedirectAttributes flash) {
        Release release = seen(run, audience, person);
        Delivery delivery = mail(release, mail);
        String back = "redirect:" + line(release).path();
        if (!delivery.state().waitsForAPerson()) {
            return new ModelAndView(
                    Flash.done(flash, "That mail waits for nobody any more. Nothing was done twice.", back));
        }
        var mistakes = new Mistakes();
        if (reason.isBlank()) {
            mistakes.add("reason", "Say why it is sent again: it is kept.");
        }
        postman.mistakes().forEach(sentence -> mistakes.add("again", sentence));
        if (!mistakes.isEmpty()) {
            return mail(mistakes.shownOn("release/mail"), release, delivery, reason);
        }
        try {
            outbox.again(mail, reason.strip());
        } catch (NotReleasedException e) {
            throw new OvertakenException(String.valueOf(e.getMessage()));
        }
        return new ModelAndView(Flash.done(
                flash,
                "The mail to " + delivery.message().recipient().name() + " is sent again within minutes.",
                back));
    }

    private Delivery mail(Release release, long mail) {
        return outbox.about(new About(release.run(), release.audience())).stream()
                .filter(delivery -> delivery.id() == mail)
                .findFirst()
                .orElseThrow(NotThereException::new);
    }

    private ModelAndView mail(ModelAndView page, Release release, Delivery delivery, String reason) {
        page.addObject("shown", line(release));
        page.addObject("mail", ToldLine.of(delivery));
        page.addObject("reason", reason);
        return page;
    }
}
