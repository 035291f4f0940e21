package org.scrutineer.console;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.CatalogueProblem;

/**
 * Notices that the catalogue has become another one while a program works by it. Somebody may be in the middle of saving
 * several files: what is found counts once two looks have found the same.
 */
final class CatalogueWatch {

    private final Reading reading;
    private final String known;

    /** What the last look found: a hash, or sentences. */
    @Nullable
    private Object seen;

    private List<String> told = List.of();

    /** Reads the catalogue as it lies in its folder. */
    @FunctionalInterface
    interface Reading {

        /**
         * @return its hash
         * @throws MistakenCatalogueException with every mistake in it
         */
        String hash() throws IOException;
    }

    /** What a look found. */
    sealed interface Found {

        /** The same catalogue, or nothing that counts yet, or mistakes that were told before. */
        record Nothing() implements Found {}

        record Another() implements Found {}

        /** Mistakes, for as long as which the catalogue before holds. */
        record Mistakes(List<String> sentences) implements Found {}
    }

    /** @param known the hash of the catalogue that is worked by */
    CatalogueWatch(Reading reading, String known) {
        this.reading = reading;
        this.known = known;
    }

    /** @throws IOException where a file of it cannot be read from the disk */
    Found look() throws IOException {
        try {
            String hash = reading.hash();
            boolean again = isSeenAgain(hash);
            told = again ? List.of() : told;
            return again && !hash.equals(known) ? new Found.Another() : new Found.Nothing();
        } catch (MistakenCatalogueException mistaken) {
            List<String> sentences =
                    mistaken.problems().stream().map(CatalogueProblem::sentence).toList();
            if (!isSeenAgain(sentences) || sentences.equals(told)) {
                return new Found.Nothing();
            }
            told = sentences;
            return new Found.Mistakes(sentences);
        }
    }

    private boolean isSeenAgain(Object found) {
        boolean again = found.equals(seen);
        seen = found;
        return again;
    }
}
