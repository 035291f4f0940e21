package org.scrutineer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.jar.PageBrowser;
import org.scrutineer.jar.ServedProgram;

/**
 * Those whose pages are measured.
 *
 * @param administrator looks after accounts
 * @param officer has every other role, for all teams and offices
 * @param visitor has entered a password and no code
 * @param invitation path of a link that nobody has followed
 */
record PagePeople(PageBrowser administrator, PageBrowser officer, PageBrowser visitor, String invitation) {

    private static final String ADMINISTRATOR = "looksafter";
    private static final String OFFICER = "officer";
    private static final String NEWCOMER = "newcomer";

    /** Makes their accounts in a program that has none, and signs them in. */
    static PagePeople of(ServedProgram program, Organisation organisation) throws IOException, InterruptedException {
        var administrator = new PageBrowser(program.address());
        administrator.setUp(program.firstLink(), ADMINISTRATOR, "An Administrator");
        administrator.signIn(ADMINISTRATOR);
        var officer = new PageBrowser(program.address());
        officer.setUp(made(administrator, OFFICER, organisation), OFFICER, "An Officer");
        officer.signIn(OFFICER);
        var visitor = new PageBrowser(program.address());
        visitor.enterPassword(OFFICER);
        return new PagePeople(administrator, officer, visitor, made(administrator, NEWCOMER, organisation));
    }

    /** Path of the link by which the account is set up. */
    private static String made(PageBrowser administrator, String account, Organisation organisation)
            throws IOException, InterruptedException {
        List<String> offices =
                organisation.roles().stream().map(Organisation.Role::id).toList();
        var roles = new ArrayList<>(List.of(Role.OFFICER, Role.APPROVER, Role.SUBMITTER, Role.VIEWER));
        if (!offices.isEmpty()) {
            roles.add(Role.OWNER);
        }
        return administrator.make(
                account,
                account,
                roles.stream().map(Role::id).toList(),
                organisation.teams().stream().map(Organisation.Team::id).toList(),
                offices);
    }

    /** They are at another program now, as they were signed in. */
    void moveTo(String address) {
        List.of(administrator, officer, visitor).forEach(browser -> browser.moveTo(address));
    }

    void look(PageFinder finder) throws IOException, InterruptedException {
        finder.look(visitor, "/sign-in", "/sign-in/code", invitation);
        finder.look(officer, "/");
        finder.look(administrator, "/");
    }

    /** Path of the page of a preview of what a run would touch, once it is done. */
    String preview() throws IOException, InterruptedException {
        String path = begin("preview");
        awaitEnd(path);
        return path;
    }

    /** Path of the page of a run of what has arrived, which has begun. */
    String run() throws IOException, InterruptedException {
        return begin("run");
    }

    private String begin(String act) throws IOException, InterruptedException {
        PageBrowser.Answer form = officer.get("/runs");
        return officer.post("/runs", form, Map.of("form", List.of(form.hidden("form")), "act", List.of(act)))
                .path();
    }

    /** Whether what a page of work is about goes on: only then does the page move by itself. */
    boolean isAtWork(String work) throws IOException, InterruptedException {
        return officer.get(work).text().contains("htmx");
    }

    private void awaitEnd(String work) throws IOException, InterruptedException {
        while (isAtWork(work)) {
            Thread.sleep(500);
        }
    }

    /** Path of the page of an upload, once it is read. */
    String upload(Path file) throws IOException, InterruptedException {
        String path = officer.upload(file).path();
        awaitEnd(path);
        return path;
    }
}
