package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.scrutineer.web.TestPages.officer;
import static org.scrutineer.web.TestPages.viewer;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.audit.AuditEntry;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.audit.TestTrail;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.springframework.http.HttpStatus;

class DeniedRequestsTests {

    private static final DataSource LEDGER = TestLedger.aLedger().source();

    private final TestClock clock = new TestClock("2026-11-22T09:30:00");
    private final AuditTrail trail = TestTrail.of(LEDGER, clock);
    private final long begin = trail.head().entry();
    private TestPages pages;

    @BeforeEach
    void open() {
        pages = TestPages.of(SmallCatalogue.aCatalogue().catalogue())
                .with(DeniedRequests.class, new DeniedRequestsInTrail(trail, clock));
    }

    private List<AuditEntry> entries() {
        return trail.after(begin, 100);
    }

    @Test
    void areInTheTrailWithWhatWasAskedFor() {
        assertThat(pages.as(viewer()).get("/accounts/new?name=x")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.withoutTokenAs(officer()).post("/runs")).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(entries())
                .extracting(AuditEntry::who, AuditEntry::action, AuditEntry::subject, AuditEntry::details)
                .containsExactly(
                        tuple("cexample", "access-denied", "GET /accounts/new", "{\"what\":\"role\"}"),
                        tuple("cexample", "access-denied", "POST /runs", "{\"what\":\"token\"}"));
    }

    @Test
    void ofNobodyOrOfPagesThatThereAreNotAreNot() {
        pages.asNobody().get("/accounts").exchange();
        pages.as(viewer()).get("/no-such-page").exchange();

        assertThat(entries()).isEmpty();
    }

    @Test
    void areTenAnHourOfAnAccountAndTheLastSaysSo() {
        for (int attempt = 0; attempt < 25; attempt++) {
            pages.as(viewer()).get("/accounts").exchange();
        }

        assertThat(entries()).hasSize(10);
        assertThat(entries().get(9).details())
                .isEqualTo("{\"further ones\":\"not written down for up to an hour\",\"what\":\"role\"}");
        clock.passes(Duration.ofHours(1));
        pages.as(viewer()).get("/accounts").exchange();
        assertThat(entries()).hasSize(11);
    }
}
