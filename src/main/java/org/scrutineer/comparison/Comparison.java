package org.scrutineer.comparison;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RowChanges;

/**
 * How a return compares with what the team sent before.
 *
 * @param previous the attempt before it, of the same type, team and period; null where this is the first
 * @param rowsCompared whether both attempts have rows that could be compared: those of a refused return are not kept
 * @param history of its findings that somebody has to act on, by their place among all of its findings, from 0
 * @param fixed findings of the previous attempt that it does not have any more, by their place there
 * @param unasked by dataset, what was changed though no finding asked for it
 */
public record Comparison(
        @Nullable Submission previous,
        boolean rowsCompared,
        Map<Integer, History> history,
        Map<Integer, Finding> fixed,
        Map<String, RowChanges> unasked) {

    private static final String UNASKED = " changed though no finding asked for it";

    public Comparison {
        history = Map.copyOf(history);
        fixed = Collections.unmodifiableMap(new TreeMap<>(fixed));
        unasked = Collections.unmodifiableMap(new TreeMap<>(unasked));
    }

    /** Whether the attempt before had the same finding. */
    public enum Since {
        STILL_WRONG("still wrong"),
        NEW("new");

        private final String words;

        Since(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What came before a finding.
     *
     * @param since null where there was no attempt before
     * @param months for how many months running, its own included, the team's return has had the problem; at least 1
     */
    public record History(@Nullable Since since, int months) {

        /** {@code third month} for people; empty in the first. */
        public String age() {
            return months < 2 ? "" : Ordinals.word(months) + " month";
        }

        /** For people, e.g. {@code still wrong, third month}; empty where there is nothing to say. */
        public String words() {
            String said = since == null ? "" : since.words();
            return said.isEmpty() || age().isEmpty() ? said + age() : said + ", " + age();
        }
    }

    public long count(Since since) {
        return history.values().stream().filter(one -> one.since() == since).count();
    }

    /** How many rows were added or removed, and cells changed, though nobody asked for it. */
    public long unaskedChanges() {
        return unasked.values().stream()
                .mapToLong(changes -> changes.added() + changes.removed() + changes.changed())
                .sum();
    }

    /**
     * The answer to a corrected return, in a line, e.g. {@code Since DCT Dec-18.xlsx: 3 fixed, 1 still wrong; 2 cells or
     * rows changed though no finding asked for it.} What there is none of is left out. Empty for a first attempt.
     */
    public Optional<String> answer() {
        return Optional.ofNullable(previous).map(before -> "Since " + before.fileName() + ": " + sinceThen() + ".");
    }

    private String sinceThen() {
        String findings = Stream.of(
                        counted(fixed.size(), "fixed"),
                        counted(count(Since.STILL_WRONG), Since.STILL_WRONG.words()),
                        counted(count(Since.NEW), Since.NEW.words()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        long changes = unaskedChanges();
        String rows = !rowsCompared
                ? "rows not compared, as those of a refused return are not kept"
                : counted(changes, (changes == 1 ? "cell or row" : "cells or rows") + UNASKED);
        String both = Stream.of(findings, rows).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return both.isEmpty() ? "nothing has changed" : both;
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }
}
