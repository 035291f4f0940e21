package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.web.Route.anybody;
import static org.scrutineer.web.Route.only;
import static org.scrutineer.web.Route.signedIn;
import static org.scrutineer.web.TestPages.administrator;
import static org.scrutineer.web.TestPages.approver;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.ownerFor;
import static org.scrutineer.web.TestPages.submitterFor;
import static org.scrutineer.web.TestPages.viewer;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.SmallCatalogue;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;

class RoutesTests {

    /** The page of what went wrong is shown by the server and not asked for. */
    private static final String ERROR_PAGE = "${server.error.path:/error}";

    private static final TestPages PAGES =
            TestPages.of(SmallCatalogue.aCatalogue().catalogue());

    /** Somebody of each role, for a team and an office, and for others; and nobody. */
    private static final List<@Nullable Person> PEOPLE = Arrays.asList(
            null,
            submitterFor("north"),
            submitterFor("south"),
            ownerFor("lead"),
            ownerFor("clerk"),
            officer(),
            approver(),
            viewer(),
            administrator());

    private static Set<Class<?>> rooms() {
        Set<Class<?>> rooms = new LinkedHashSet<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.scrutineer")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Room.class)
                                || each.isMetaAnnotatedWith("org.springframework.stereotype.Controller"))
                        .filter(each -> !each.isAnnotation())
                        .forEach(each -> rooms.add(each.reflect()));
        return rooms;
    }

    private static Set<String> handled() {
        Set<String> handled = new TreeSet<>();
        for (Class<?> room : rooms()) {
            ReflectionUtils.doWithMethods(room, method -> {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && !List.of(mapping.value()).contains(ERROR_PAGE)) {
                    assertThat(mapping.method()).as("methods of %s", method).isNotEmpty();
                    for (var asked : mapping.method()) {
                        for (String path : mapping.value()) {
                            handled.add(asked + " " + path);
                        }
                    }
                }
            });
            assertThat(AnnotationUtils.findAnnotation(room, RequestMapping.class))
                    .as("paths are written out at the methods of %s", room)
                    .isNull();
        }
        return handled;
    }

    @Test
    void everyPathOfARoomHasARowAndEveryRowARoom() {
        assertThat(Routes.all().rows().stream().map(RoutesTests::named)).doesNotHaveDuplicates();
        assertThat(handled())
                .isEqualTo(new TreeSet<>(
                        Routes.all().rows().stream().map(RoutesTests::named).toList()));
    }

    private static String named(Route row) {
        return row.method() + " " + row.pattern().getPatternString();
    }

    static Stream<Route> rows() {
        return Routes.all().rows().stream();
    }

    /** Asks for each path as each person, past the token against forged requests, and looks who is let through. */
    @ParameterizedTest
    @MethodSource("rows")
    void isOpenToThoseItSaysAndToNobodyElse(Route row) {
        String path = row.pattern()
                .getPatternString()
                .replace("{team}", "north")
                .replace("{office}", "lead")
                .replace("{period}", "2022-06")
                .replaceAll("\\{[a-zA-Z]+\\}", "1");
        List<String> wrong = new ArrayList<>();
        for (Person person : PEOPLE) {
            boolean expected = isFor(row, person);
            boolean allowed = isLetThrough(row.method(), path, person);
            if (expected != allowed) {
                wrong.add((person == null ? "nobody" : person.roles() + " for " + person.teams() + person.offices())
                        + (allowed ? " is let in" : " is kept out"));
            }
        }
        assertThat(wrong).as("%s", named(row)).isEmpty();
    }

    /** By the table as it reads, and not by the code that asks it. */
    private static boolean isFor(Route row, @Nullable Person person) {
        String pattern = row.pattern().getPatternString();
        return switch (row.access()) {
            case ANYBODY -> true;
            case SIGNED_IN -> person != null;
            case ROLES ->
                person != null
                        && row.roles().stream()
                                .filter(person.roles()::contains)
                                .anyMatch(role -> !(role == Role.SUBMITTER
                                                && pattern.contains("{team}")
                                                && !person.teams().contains("north"))
                                        && !(role == Role.OWNER
                                                && pattern.contains("{office}")
                                                && !person.offices().contains("lead")));
        };
    }

    /** The rooms are not there, so that whoever is let through finds none: security answers 403, or leads to the way in. */
    private static boolean isLetThrough(HttpMethod method, String path, @Nullable Person person) {
        TestPages.Browser browser = person == null ? PAGES.asNobody() : PAGES.as(person);
        MvcTestResult answer = (method.equals(HttpMethod.GET) ? browser.get(path) : browser.post(path)).exchange();
        String to = answer.getResponse().getRedirectedUrl();
        return answer.getResponse().getStatus() != 403 && (to == null || !to.startsWith("/sign-in"));
    }

    @Test
    void theMostParticularRowCounts() {
        var routes = new Routes(List.of(
                only(HttpMethod.GET, "/things/{thing}", Role.OFFICER),
                signedIn(HttpMethod.GET, "/things/own"),
                anybody(HttpMethod.GET, "/open")));

        assertThat(routes.allow(() -> viewer(), HttpMethod.GET, PathContainer.parsePath("/things/own")))
                .isTrue();
        assertThat(routes.allow(() -> viewer(), HttpMethod.GET, PathContainer.parsePath("/things/1")))
                .isFalse();
        assertThat(routes.allow(() -> null, HttpMethod.HEAD, PathContainer.parsePath("/open")))
                .isTrue();
        assertThat(routes.allow(() -> officer(), HttpMethod.POST, PathContainer.parsePath("/open")))
                .isFalse();
        assertThat(routes.allow(() -> officer(), HttpMethod.GET, PathContainer.parsePath("/things/1/2")))
                .isFalse();
        assertThat(routes.allow(() -> officer(), HttpMethod.GET, PathContainer.parsePath("/things/1/")))
                .isFalse();
    }

    @Test
    void submittersAndOwnersAreLetInForTheirOwnAlone() {
        var routes = new Routes(List.of(
                only(HttpMethod.GET, "/teams/{team}", Role.SUBMITTER, Role.OFFICER),
                only(HttpMethod.GET, "/offices/{office}", Role.OWNER)));

        assertThat(routes.allow(() -> submitterFor("north"), HttpMethod.GET, PathContainer.parsePath("/teams/north")))
                .isTrue();
        assertThat(routes.allow(() -> submitterFor("north"), HttpMethod.GET, PathContainer.parsePath("/teams/south")))
                .isFalse();
        assertThat(routes.allow(() -> officer(), HttpMethod.GET, PathContainer.parsePath("/teams/south")))
                .isTrue();
        assertThat(routes.allow(() -> ownerFor("lead"), HttpMethod.GET, PathContainer.parsePath("/offices/lead")))
                .isTrue();
        assertThat(routes.allow(() -> ownerFor("lead"), HttpMethod.GET, PathContainer.parsePath("/offices/clerk")))
                .isFalse();
    }
}
