package org.scrutineer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.accounts.Role;
import org.scrutineer.jar.ServedProgram;

/** The pages of the catalogue are long, and axe reads all of them. */
@Tag("long")
class CatalogueBrowserIT extends Journey {

    @TempDir
    static Path folder;

    @Test
    void definitionsAsTheyStandAreReadByEverybodyAndWhatIsWrongByOfficers() throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        try (ServedProgram served = Served.start(input, folder.resolve("output"), Path.of("config/catalogue"))) {
            var people = new People(served);
            people.comes("Cara", Role.OFFICER);
            people.comes("Eve", List.of(), List.of("head-of-first-response"), Role.OWNER);
            Page officer = window(served, people.cookies("cexample"));
            for (String section : List.of("/indicators", "/returns", "/teams", "/problems", "/history")) {
                officer.navigate("/catalogue" + section);
                look(officer, "catalogue" + section);
            }

            Page owner = window(served, people.cookies("eexample"));
            owner.navigate("/catalogue/indicators");
            assertThat(owner.locator("main")).containsText("Assessments completed within 45 working days");
            owner.navigate("/catalogue/problems");
            assertThat(owner.locator("h1")).hasText("You cannot see this page");
        }
    }
}
