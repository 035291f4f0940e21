package org.scrutineer.web.upload;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.web.Flash;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Room
class UploadRoom {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHOWN_AGAIN = Duration.ofDays(7);

    private final Door door;
    private final Reading reading;
    private final Uploads uploads;
    private final UploadPages pages;
    private final UploadProperties settings;
    private final Clock clock;

    UploadRoom(Door door, Reading reading, Uploads uploads, UploadPages pages, UploadProperties settings, Clock clock) {
        this.door = door;
        this.reading = reading;
        this.uploads = uploads;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param tooLarge whether whoever asks comes from an upload that was too large to be looked at */
    @GetMapping("/upload")
    ModelAndView form(Person person, @RequestParam(name = "too-large", required = false) @Nullable String tooLarge) {
        return form(
                tooLarge == null
                        ? new ModelAndView("upload/upload")
                        : new Mistakes()
                                .add(
                                        "files",
                                        "What you chose is more than " + settings.files() + " files of "
                                                + settings.largestFile().toMegabytes()
                                                + " MB. Nothing of it was kept. Choose fewer or smaller files.")
                                .shownOn("upload/upload"),
                person);
    }

    @PostMapping("/upload")
    ModelAndView upload(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam UUID token,
            Person person,
            RedirectAttributes flash)
            throws IOException {
        Optional<Upload> before = uploads.withToken(token.toString());
        if (before.isPresent()) {
            return doneAlready(before.get(), person, flash);
        }
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getOriginalFilename() != null
                                && !file.getOriginalFilename().isEmpty())
                        .toList();
        Mistakes mistakes = mistakes(chosen.size(), person);
        if (!mistakes.isEmpty()) {
            return form(mistakes.shownOn("upload/upload"), person);
        }
        try {
            long number = door.take(chosen, token.toString(), person);
            reading.begin();
            return new ModelAndView("redirect:/upload/" + number);
        } catch (DuplicateKeyException clickedTwice) {
            return doneAlready(uploads.withToken(token.toString()).orElseThrow(), person, flash);
        }
    }

    private Mistakes mistakes(int chosen, Person person) {
        var mistakes = new Mistakes();
        if (chosen == 0) {
            mistakes.add("files", "Choose at least one file.");
        }
        if (chosen > settings.files()) {
            mistakes.add(
                    "files",
                    "You chose " + chosen + " files; choose at most " + settings.files()
                            + " at a time. Nothing of it was kept.");
        }
        if (uploads.of(person.account(), clock.instant().minus(HOUR)).size() >= settings.uploadsAnHour()) {
            mistakes.add(
                    "files",
                    "You have uploaded " + settings.uploadsAnHour()
                            + " times within an hour. Wait a while, then go on. Nothing of this was kept.");
        }
        return mistakes;
    }

    private static ModelAndView doneAlready(Upload upload, Person person, RedirectAttributes flash) {
        return new ModelAndView(Flash.done(
                flash,
                "This was uploaded already. Nothing was done twice.",
                "redirect:/upload/" + own(upload, person).number()));
    }

    @GetMapping("/upload/{number}")
    String upload(@PathVariable long number, Person person, Model page) {
        UploadPage shown = show(number, person, page);
        Mistakes mistakes = shown.mistakes();
        if (mistakes != null) {
            page.addAttribute("mistakes", mistakes);
        }
        page.addAttribute("live", shown.reading());
        return "upload/files";
    }

    /** The part of the page that moves by itself. */
    @GetMapping("/upload/{number}/files")
    String files(@PathVariable long number, Person person, Model page) {
        show(number, person, page);
        return "upload/files :: files";
    }

    private UploadPage show(long number, Person person, Model page) {
        UploadPage shown = pages.page(own(uploads.find(number).orElseThrow(NotThereException::new), person));
        page.addAttribute("shown", shown);
        return shown;
    }

    private static Upload own(Upload upload, Person person) {
        if (!upload.account().equals(person.account())) {
            throw new NotThereException();
        }
        return upload;
    }

    private ModelAndView form(ModelAndView page, Person person) {
        Instant since = clock.instant().minus(SHOWN_AGAIN);
        page.addObject("token", UUID.randomUUID());
        page.addObject("most", settings.files());
        page.addObject("largest", settings.largestFile().toMegabytes());
        page.addObject("earlier", uploads.of(person.account(), since));
        return page;
    }
}
