package org.scrutineer.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.SignIns;
import org.scrutineer.catalogue.Catalogue;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * Pages of some rooms, asked for without a server, a ledger or a run: with the real templates, routes and security, and
 * whatever else a test gives them.
 *
 * <pre>{@code
 * TestPages pages = TestPages.of(catalogue, MonthRoom.class).with(Statuses.class, statuses);
 * assertThat(pages.as(officer()).get("/months/2022-06")).hasStatusOk().bodyText().contains("June 2022");
 * }</pre>
 */
public final class TestPages {

    /** Half an hour, as the settings have it. */
    private static final int IDLE_SECONDS = 1_800;

    private final List<Class<?>> rooms;
    private final List<Consumer<GenericWebApplicationContext>> beans = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("web.address", "http://localhost:8080"));
    private boolean knowsAccounts;
    private boolean keepsDenials;
    private @Nullable MockMvcTester tester;

    private TestPages(List<Class<?>> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class
    })
    private static class AsServed {}

    /** All rooms of some packages, with whatever an application has that was opened without pages. */
    public static TestPages within(ConfigurableApplicationContext application, String... packages) {
        var pages = new TestPages(List.of());
        pages.beans.add(context -> {
            context.setParent(application);
            new ClassPathBeanDefinitionScanner(context).scan(packages);
        });
        return pages;
    }

    public static TestPages of(Catalogue catalogue, Class<?>... rooms) {
        return new TestPages(List.of(rooms)).with(Catalogue.class, catalogue);
    }

    /** Has whoever is signed in looked up in a ledger, as where pages are served. */
    public TestPages signingInBy(SignIns signIns, Clock clock) {
        knowsAccounts = true;
        beans.add(context -> new AnnotatedBeanDefinitionReader(context).register(SessionConfig.class));
        return with(SignIns.class, signIns).with(Clock.class, clock);
    }

    /** Gives the rooms something they ask for. */
    public <T> TestPages with(Class<T> type, T thing) {
        keepsDenials |= type.equals(DeniedRequests.class);
        beans.add(context -> context.registerBean(type, () -> thing));
        return this;
    }

    /** Sets something as {@code config/application.yaml} would. */
    public TestPages setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Somebody with these roles, for no team or office. */
    public static Person person(Role... roles) {
        return new Person("cexample", "Cara Example", Set.of(roles), Set.of(), Set.of());
    }

    public static Person officer() {
        return person(Role.OFFICER);
    }

    public static Person approver() {
        return person(Role.APPROVER);
    }

    public static Person viewer() {
        return person(Role.VIEWER);
    }

    public static Person administrator() {
        return person(Role.ADMINISTRATOR);
    }

    public static Person submitterFor(String... teams) {
        return new Person("dexample", "Dan Example", Set.of(Role.SUBMITTER), Set.of(teams), Set.of());
    }

    public static Person ownerFor(String... offices) {
        return new Person("eexample", "Eve Example", Set.of(Role.OWNER), Set.of(), Set.of(offices));
    }

    /** The session of a browser that has signed in, for {@link #asNobody}. */
    public static MockHttpSession session(String signIn, Clock clock) {
        var request = new MockHttpServletRequest();
        BrowserSession.begin(request, signIn, clock.instant());
        var session = (MockHttpSession) Objects.requireNonNull(request.getSession(false));
        session.setMaxInactiveInterval(IDLE_SECONDS);
        return session;
    }

    /** The pages as somebody who is signed in. */
    public Browser as(Person person) {
        return new Browser(tester(), person, true);
    }

    /** The same with forms that are forged. */
    public Browser withoutTokenAs(Person person) {
        return new Browser(tester(), person, false);
    }

    /** The pages as somebody who is not. */
    public Browser asNobody() {
        return new Browser(tester(), null, true);
    }

    public Browser withoutToken() {
        return new Browser(tester(), null, false);
    }

    /** Asks for pages. What is asked is performed when something is asserted of it. */
    public static final class Browser {

        private final MockMvcTester tester;
        private final @Nullable Person person;

        private final boolean token;

        private Browser(MockMvcTester tester, @Nullable Person person, boolean token) {
            this.tester = tester;
            this.person = person;
            this.token = token;
        }

        public MockMvcRequestBuilder get(String path, Object... variables) {
            return signedIn(tester.get().uri(path, variables));
        }

        /** Sends a form, with the token that forms of ours have. */
        public MockMvcRequestBuilder post(String path, Object... variables) {
            MockMvcRequestBuilder request = signedIn(tester.post().uri(path, variables));
            return token ? request.with(csrf()) : request;
        }

        private MockMvcRequestBuilder signedIn(MockMvcRequestBuilder request) {
            return person == null ? request : request.with(authentication(new PersonAuthentication(person)));
        }
    }

    private synchronized MockMvcTester tester() {
        if (tester == null) {
            var context = new GenericWebApplicationContext(new MockServletContext());
            var classes = new AnnotatedBeanDefinitionReader(context);
            TestPropertyValues.of(settings).applyTo(context);
            classes.register(AsServed.class, WebConfig.class, SecurityConfig.class, Problems.class);
            classes.register(AssetsRoom.class, ErrorPages.class, HomeRoom.class);
            rooms.forEach(classes::register);
            if (!knowsAccounts) {
                context.registerBean(SecurityContextRepository.class, HttpSessionSecurityContextRepository::new);
            }
            if (!keepsDenials) {
                context.registerBean(DeniedRequests.class, () -> (person, request, why) -> {});
            }
            beans.forEach(each -> each.accept(context));
            context.refresh();
            tester = MockMvcTester.from(
                    context, builder -> builder.apply(springSecurity()).build());
        }
        return tester;
    }
}
