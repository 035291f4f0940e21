package org.scrutineer.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the rows of one sheet; a known share of them has one mistake that keeps the row out. */
final class RowMaker {

    /** In the order of {@link BenchmarkCatalogue}'s columns. */
    static final List<String> HEADERS = List.of(
            "Record number",
            "Person ID",
            "Team name",
            "Site",
            "Allocated worker",
            "Start date",
            "End date",
            "Status",
            "Category",
            "Home council",
            "Seen?",
            "Hours",
            "Contacts",
            "Note");

    /** Of a wide sheet. */
    static final List<String> MORE_HEADERS =
            List.of("Cost", "Rate", "Total cost", "Urgent?", "Second site", "Reference");

    /** The last day of any row of a set. */
    static final LocalDate END = LocalDate.of(2021, 12, 31);

    private static final int DAYS = 92;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK);
    private static final List<String> STATUSES = List.of("Open", "Closed", "Waiting", "Transferred");
    private static final List<String> CATEGORIES =
            List.of("Neglect", "Physical", "Emotional", "Housing", "Education", "Other");
    private static final List<String> COUNCILS =
            List.of("West Northamptonshire", "North Northamptonshire", "Out of area");
    private static final List<String> WORDS = List.of(
            ("review agreed with family and school visit planned for next week call returned no answer letter sent"
                            + " awaiting reply from health plan updated worker on leave cover arranged meeting moved"
                            + " to Tuesday assessment started checks complete contact made by phone home visit done"
                            + " records requested second opinion sought panel date confirmed travel booked")
                    .split(" "));

    private enum Mistake {
        PERSON_MISSING,
        START_UNREADABLE,
        CATEGORY_UNKNOWN,
        TOO_MANY_CONTACTS,
        ENDED_BEFORE_START,
        RECORD_REPEATED
    }

    private final Random random;
    private final String team;
    private final long firstRecord;
    private final LocalDate last;
    private long made;
    private long lastSound = -1;
    private long refused;

    /**
     * @param firstRecord rows are numbered from it on
     * @param last the last day of any row
     */
    RowMaker(Random random, String team, long firstRecord, LocalDate last) {
        this.last = last;
        this.random = random;
        this.team = team;
        this.firstRecord = firstRecord;
    }

    /** How many of the rows made so far have a mistake. */
    long refused() {
        return refused;
    }

    void write(SheetPen pen) throws IOException {
        boolean wrong = chance(14) && lastSound >= 0;
        Mistake mistake = wrong ? Mistake.values()[random.nextInt(Mistake.values().length)] : null;
        long record = firstRecord + made++;
        LocalDate start = last.minusDays(random.nextInt(DAYS));
        LocalDate end = start.plusDays(random.nextInt((int) (last.toEpochDay() - start.toEpochDay()) + 1));
        pen.row();
        pen.whole(mistake == Mistake.RECORD_REPEATED ? lastSound : record);
        if (mistake == Mistake.PERSON_MISSING) {
            pen.nothing();
        } else {
            pen.text("P" + (1_000_000 + random.nextInt(400_000)));
        }
        pen.text(team);
        pen.text("Site " + (1 + random.nextInt(40)));
        pen.text("Worker " + team.substring(team.length() - 3) + "-" + (1 + random.nextInt(30)));
        if (mistake == Mistake.START_UNREADABLE) {
            pen.text("not known");
        } else {
            date(pen, start);
        }
        if (mistake == Mistake.ENDED_BEFORE_START) {
            pen.date(start.minusDays(1 + random.nextInt(30)));
        } else if (chance(100)) {
            pen.nothing();
        } else {
            date(pen, end);
        }
        pen.text(one(STATUSES));
        pen.text(mistake == Mistake.CATEGORY_UNKNOWN ? "Unclear" : one(CATEGORIES));
        pen.text(one(COUNCILS));
        pen.text(random.nextBoolean() ? "Yes" : "No");
        pen.decimal(BigDecimal.valueOf(random.nextInt(4_000), 2));
        pen.whole(mistake == Mistake.TOO_MANY_CONTACTS ? 9_999 : random.nextInt(60));
        if (chance(600)) {
            pen.text(note());
        } else {
            pen.nothing();
        }
        if (mistake == null) {
            lastSound = record;
        } else {
            refused++;
        }
    }

    /** The columns of a wide sheet that follow the others. */
    void writeMore(SheetPen pen) {
        BigDecimal cost = BigDecimal.valueOf(random.nextInt(9_000_000), 2);
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(400), 2);
        pen.decimal(cost);
        pen.decimal(rate);
        pen.formula("O2*P2", cost.multiply(rate));
        pen.bool(random.nextBoolean());
        pen.text("Site " + (1 + random.nextInt(40)));
        pen.whole(random.nextInt(1_000_000));
    }

    /** One date in two hundred is typed as text. */
    private void date(SheetPen pen, LocalDate date) {
        if (chance(5)) {
            pen.text(TYPED.format(date));
        } else {
            pen.date(date);
        }
    }

    private String note() {
        var note = new StringBuilder();
        for (int words = 2 + random.nextInt(6); words > 0; words--) {
            note.append(one(WORDS)).append(words == 1 ? "" : " ");
        }
        return note.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int perThousand) {
        return random.nextInt(1_000) < perThousand;
    }
}
