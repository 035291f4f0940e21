package org.scrutineer.web;

import static org.scrutineer.accounts.Role.ADMINISTRATOR;
import static org.scrutineer.accounts.Role.APPROVER;
import static org.scrutineer.accounts.Role.OFFICER;
import static org.scrutineer.accounts.Role.OWNER;
import static org.scrutineer.accounts.Role.SUBMITTER;
import static org.scrutineer.accounts.Role.VIEWER;
import static org.scrutineer.web.Route.anybody;
import static org.scrutineer.web.Route.only;
import static org.scrutineer.web.Route.signedIn;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Who may ask for what. What has no row is denied to everybody. Where several rows fit a path, the most particular one
 * counts, as with the controllers.
 */
public final class Routes {

    private static final Routes ALL = new Routes(List.of(
            // What pages are drawn with, and the pages of problems.
            anybody(GET, "/assets/{version}/{name}"),
            // The way in and out.
            anybody(GET, "/sign-in"),
            anybody(POST, "/sign-in"),
            anybody(GET, "/sign-in/code"),
            anybody(POST, "/sign-in/code"),
            anybody(GET, "/sign-in/openid"),
            anybody(GET, "/sign-in/openid/return"),
            anybody(GET, "/sign-in/openid/out"),
            anybody(POST, "/sign-out"),
            anybody(GET, "/join/{token}"),
            anybody(POST, "/join/{token}"),
            signedIn(GET, "/"),
            // This month.
            only(GET, "/months", SUBMITTER, OFFICER, APPROVER),
            only(GET, "/months/{period}", SUBMITTER, OFFICER, APPROVER),
            // A return.
            only(GET, "/returns/{team}/{period}/{number}", SUBMITTER, OFFICER),
            only(GET, "/returns/{team}/{period}/{number}/reading", SUBMITTER, OFFICER),
            only(GET, "/returns/{team}/{period}/{number}/answer", SUBMITTER, OFFICER),
            only(GET, "/returns/{team}/{period}/{number}/amend", OFFICER),
            only(POST, "/returns/{team}/{period}/{number}/amend", OFFICER),
            only(GET, "/returns/{team}/{period}/{number}/exclude", OFFICER),
            only(POST, "/returns/{team}/{period}/{number}/exclude", OFFICER),
            // Upload. An upload is for whoever made it, which its room sees to.
            only(GET, "/upload", SUBMITTER, OFFICER),
            only(POST, "/upload", SUBMITTER, OFFICER),
            only(GET, "/upload/{number}", SUBMITTER, OFFICER),
            only(GET, "/upload/{number}/files", SUBMITTER, OFFICER),
            // Figures, for each what he may see of them.
            only(GET, "/indicators", OFFICER, APPROVER, OWNER, SUBMITTER, VIEWER),
            only(GET, "/indicators/{code}", OFFICER, APPROVER, OWNER, SUBMITTER, VIEWER),
            // The rows behind them.
            only(GET, "/trace", OFFICER),
            only(GET, "/trace/figure", OFFICER),
            only(POST, "/trace/figure", OFFICER),
            only(GET, "/trace/cell", OFFICER),
            only(POST, "/trace/cell", OFFICER),
            // What is said of them.
            only(GET, "/commentary", OWNER, OFFICER, APPROVER),
            only(GET, "/commentary/{office}/{period}/{code}", OWNER),
            only(POST, "/commentary/{office}/{period}/{code}", OWNER),
            // How they are defined.
            only(GET, "/catalogue", OFFICER, APPROVER, OWNER, SUBMITTER, VIEWER),
            only(GET, "/catalogue/{section}", OFFICER, APPROVER, OWNER, SUBMITTER, VIEWER),
            only(GET, "/catalogue/problems", OFFICER, APPROVER),
            only(GET, "/catalogue/history", OFFICER, APPROVER),
            only(GET, "/catalogue/history/{run}", OFFICER, APPROVER),
            // Runs.
            only(GET, "/runs", OFFICER, APPROVER),
            only(POST, "/runs", OFFICER),
            only(GET, "/runs/again", OFFICER),
            only(POST, "/runs/again", OFFICER),
            only(GET, "/runs/work/{work}", OFFICER),
            only(GET, "/runs/{run}", OFFICER, APPROVER),
            only(POST, "/runs/{run}/stop", OFFICER),
            only(POST, "/runs/{run}/as-issued", OFFICER),
            // Publications: the room shows viewers what was issued to the public, and nothing else.
            only(GET, "/release", OFFICER, APPROVER, VIEWER),
            only(GET, "/release/{run}/{audience}", OFFICER, APPROVER, VIEWER),
            only(GET, "/release/{run}/{audience}/sheets/{sheet}", OFFICER, APPROVER, VIEWER),
            only(GET, "/release/{run}/{audience}/files/{file}", OFFICER, APPROVER, VIEWER),
            only(GET, "/release/{run}/{audience}/mails/{mail}", OFFICER, APPROVER),
            only(POST, "/release/{run}/{audience}/mails/{mail}", OFFICER, APPROVER),
            only(POST, "/release/{run}/{audience}/approve", APPROVER),
            only(POST, "/release/{run}/{audience}/issue", OFFICER, APPROVER),
            only(POST, "/release/{run}/{audience}/withdraw", APPROVER),
            // The audit trail: the room shows administrators what is about accounts, and nothing else.
            only(GET, "/audit", OFFICER, APPROVER, ADMINISTRATOR),
            only(POST, "/audit/verify", OFFICER, APPROVER, ADMINISTRATOR),
            // One's own account.
            signedIn(GET, "/account"),
            signedIn(GET, "/account/password"),
            signedIn(POST, "/account/password"),
            signedIn(POST, "/account/sign-out-elsewhere"),
            // Everybody's accounts.
            only(GET, "/accounts", ADMINISTRATOR),
            only(GET, "/accounts/new", ADMINISTRATOR),
            only(POST, "/accounts/new", ADMINISTRATOR),
            only(GET, "/accounts/{account}", ADMINISTRATOR),
            only(POST, "/accounts/{account}", ADMINISTRATOR),
            only(POST, "/accounts/{account}/disable", ADMINISTRATOR),
            only(POST, "/accounts/{account}/enable", ADMINISTRATOR),
            only(POST, "/accounts/{account}/reset", ADMINISTRATOR)));

    private final List<Route> rows;

    Routes(List<Route> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Those of this program. */
    public static Routes all() {
        return ALL;
    }

    public List<Route> rows() {
        return rows;
    }

    /**
     * Whether somebody may ask for a path.
     *
     * @param person gives whoever is signed in, or null; asked where it matters
     */
    boolean allow(Supplier<@Nullable Person> person, HttpMethod method, PathContainer path) {
        return row(method, path)
                .filter(row -> row.access() == Route.Access.ANYBODY || row.allows(person.get(), path))
                .isPresent();
    }

    /** Whether there is a row for the path, whatever the method. */
    boolean know(PathContainer path) {
        return rows.stream().anyMatch(row -> row.pattern().matches(path));
    }

    /** Whether there is a row for the path and the method. */
    boolean know(HttpMethod method, PathContainer path) {
        return row(method, path).isPresent();
    }

    private Optional<Route> row(HttpMethod method, PathContainer path) {
        return rows.stream().filter(row -> row.matches(method, path)).min(Comparator.comparing(Route::pattern));
    }
}
