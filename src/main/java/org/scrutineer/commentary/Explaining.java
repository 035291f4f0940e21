package org.scrutineer.commentary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.locks.Locks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes explanations that are written on a page. They are put into a return like that which a role may send, with all
 * else that the role has said of the period, and that return into the drop folder: it is archived, checked, counted,
 * published and traced as any other, and a run that is built again finds it.
 */
@Component
public class Explaining {

    /** Below the drop folder; where returns lie that were made from pages. */
    private static final String FOLDER = "pages";

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final Catalogue catalogue;
    private final FiguresInQuestion figures;
    private final CommentaryRequests requests;
    private final WrittenExplanations written;
    private final Locks locks;
    private final AuditTrail trail;
    private final Clock clock;
    private final Path input;

    /** @param input the drop folder */
    Explaining(
            Catalogue catalogue,
            FiguresInQuestion figures,
            CommentaryRequests requests,
            WrittenExplanations written,
            Locks locks,
            AuditTrail trail,
            Clock clock,
            @Value("${intake.input}") Path input) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.requests = requests;
        this.written = written;
        this.locks = locks;
        this.trail = trail;
        this.clock = clock;
        this.input = input.toAbsolutePath().normalize();
    }

    /** Whether the catalogue has a return in which explanations are given. */
    public boolean isAskedFor() {
        return requests.type().isPresent();
    }

    /** What was last written of a figure on a page. */
    public Optional<Written> newest(ReportingPeriod period, String indicator) {
        return written.newest(period, indicator);
    }

    /**
     * Keeps an explanation and sends it.
     *
     * @param run whose figures are explained
     * @param before the version that its writer has seen; 0 where there was none
     * @return whether it was kept now, and not before with the same words, as by a double click
     * @throws OvertakenWriterException where there is a newer version
     * @throws IOException where the return cannot be written to the drop folder; nothing is kept then
     */
    @Transactional(rollbackFor = Exception.class)
    public boolean explain(int run, ReportingPeriod period, Explanation said, int before, String account, String writer)
            throws OvertakenWriterException, IOException {
        // Two returns of an office made at the same time would each lack what is new in the other.
        locks.oneAtATime();
        Optional<Written> newest = written.newest(period, said.indicator());
        int version = newest.map(Written::version).orElse(0);
        if (newest.filter(one -> one.explanation().equals(said) && one.account().equals(account))
                .isPresent()) {
            return false;
        }
        if (version != before) {
            throw new OvertakenWriterException("somebody else has explained " + said.indicator() + " meanwhile");
        }
        Role role = catalogue.organisation().role(said.role()).orElseThrow();
        List<Explanation> all = all(run, period, said);
        Instant now = clock.instant();
        long id = written.add(period, version + 1, said, account, writer, now);
        Path folder = Files.createDirectories(input.resolve(FOLDER));
        Path file = folder.resolve(String.format(
                Locale.ROOT, "%s %s %s %06d.xlsx", requests.type().orElseThrow().id(), period, role.id(), id));
        TransactionSynchronizationManager.registerSynchronization(new TakenBack(file));
        requests.send(
                role,
                period,
                all,
                figures.of(run, period),
                // The number makes it other bytes than those of any return before, which would count for nothing.
                writer + " (" + account + "), entry " + id,
                LocalDate.ofInstant(now, UNITED_KINGDOM),
                file);
        try (InputStream bytes = Files.newInputStream(file)) {
            written.sentAs(id, input.relativize(file).toString().replace('\\', '/'), DigestUtils.sha256Hex(bytes));
        }
        trail.record(
                account,
                "explanation-written",
                said.indicator() + " of " + period + " for " + role.id(),
                null,
                Map.of("entry", Long.toString(id)));
        return true;
    }

    /** What is not kept is not sent either. */
    private record TakenBack(Path file) implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            file + " could not be deleted, and is no explanation that was kept", e);
                }
            }
        }
    }

    /** What counts in the run, then what was written since, then this; of a figure the last. */
    private List<Explanation> all(int run, ReportingPeriod period, Explanation said) {
        Map<String, Explanation> all = new LinkedHashMap<>();
        figures.said(run).stream()
                .filter(one -> one.role().equals(said.role()) && one.saysWhy())
                .forEach(one -> all.put(one.indicator(), one));
        written.pending(period, said.role())
                .forEach(one -> all.put(one.explanation().indicator(), one.explanation()));
        all.put(said.indicator(), said);
        return new ArrayList<>(all.values());
    }
}
