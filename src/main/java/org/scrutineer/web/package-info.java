/**
 * The pages that {@code serve} has. A subject with pages of its own is a room: a package below this one, with a controller,
 * templates in a folder of the same name, and a test.
 *
 * <ul>
 *   <li>A controller is a {@link org.scrutineer.web.Room}, and what else a room needs as a bean a
 *       {@link org.scrutineer.web.RoomPart}: neither exists where a command runs.
 *   <li>Each of its paths has a row in {@link org.scrutineer.web.Routes}, which says whose it is; a test fails without.
 *       {@code {team}} in a path lets submitters in for their own teams alone, {@code {office}} owners for their own offices.
 *       What people should find from everywhere also has a row in {@code Navigation}.
 *   <li>A method asks for what it needs by type: {@link org.scrutineer.accounts.Person} who is signed in, a path's
 *       {@code ReportingPeriod} (as in {@code /months/2022-06}; what is none answers 404). Services that take the
 *       {@code Actor} get the same person, on the thread of the request.
 *   <li>What was typed wrong is collected in {@link org.scrutineer.web.Mistakes}, and the form is shown again with it:
 *       {@code return mistakes.shownOn("room/form")}. What was done is told on the next page:
 *       {@code return Flash.done(flash, "The return is received.", "redirect:/…")}.
 *   <li>{@link org.scrutineer.web.NotThereException} answers that there is no such page,
 *       {@link org.scrutineer.web.OvertakenException} with a sentence that somebody else was faster. Nothing else is caught.
 *   <li>A template begins {@code <html th:replace="~{layout :: page('Title', ~{::content})}">} and has a
 *       {@code th:fragment="content"}; fields and wide tables are fragments of {@code parts.html}; moments are written by
 *       {@code ${times.moment(…)}}. Forms say {@code th:action}, which adds the token against forged requests. There is no
 *       style or script within a page; one that moves by itself sets {@code live} in its model, which brings htmx.
 * </ul>
 *
 * The room of one's own account is the shortest example, with {@code AccountRoomTests}.
 */
@ApplicationModule
@NullMarked
package org.scrutineer.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
