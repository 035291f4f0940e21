package org.scrutineer.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
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
         * @throws IOException where a file of it cannot be read from the disk
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

    Found look() {
        try {
            String hash = reading.hash();
            boolean again = isSeenAgain(hash);
            told = again ? List.of() : told;
            return again && !hash.equals(known) ? new Found.Another() : new Found.Nothing();
        } catch (MistakenCatalogueException mistaken) {
            return mistakes(
                    mistaken.problems().stream().map(CatalogueProblem::sentence).toList());
        } catch (IOException unreadable) {
            return mistakes(List.of(sentence(unreadable)));
        } catch (UncheckedIOException unreadable) {
            return mistakes(List.of(sentence(Objects.requireNonNull(unreadable.getCause()))));
        }
    }

    private Found mistakes(List<String> sentences) {
        if (!isSeenAgain(sentences) || sentences.equals(told)) {
            return new Found.Nothing();
        }
        told = sentences;
        return new Found.Mistakes(sentences);
    }

    private static String sentence(IOException unreadable) {
        String file = unreadable instanceof FileSystemException about ? about.getFile() : null;
        return (file == null ? "A file of the catalogue" : file)
                + " cannot be read. Bring it back, or let the account that runs this read it.";
    }

    private boolean isSeenAgain(Object found) {
        boolean again = found.equals(seen);
        seen = found;
        return again;
    }
}
