package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import org.scrutineer.files.Renames;
import org.springframework.stereotype.Component;

/**
 * Puts files that people hand in otherwise into the drop folder, where they are found like all others. Each appears there
 * whole or not at all.
 */
@Component
public class HandedInFiles {

    private static final String FOLDER = "handed-in";

    private static final String ARRIVING = ".arriving-";

    private static final int LONGEST_NAME = 100;

    private final Path input;

    HandedInFiles(IntakeProperties settings) {
        this.input = settings.input().toAbsolutePath().normalize();
    }

    /**
     * The name a file gets, whatever its sender calls it: without folders, of letters, digits, blanks and {@code . _ - ( )}
     * alone, not hidden, and short. What it says of a month is left in it, as some returns say so in their name only.
     */
    public static String name(String said) {
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "-")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[ .-]+", "")
                .strip();
        int dot = plain.lastIndexOf('.');
        String ending = dot < 0 ? "" : plain.substring(dot).toLowerCase(Locale.ROOT);
        if (!ending.matches("\\.[a-z0-9]{1,8}")) {
            return beginning(plain.isEmpty() ? "return" : plain, LONGEST_NAME);
        }
        String stem = plain.substring(0, dot);
        return beginning(stem.isEmpty() ? "return" : stem, LONGEST_NAME - ending.length()) + ending;
    }

    private static String beginning(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /**
     * Puts a copy of a file into the drop folder, beside the others it was handed in with.
     *
     * @param file its name is one that {@link #name} gave
     * @param delivery number of what it was handed in with
     * @throws IOException where the drop folder cannot be written; nothing of the file is there then
     */
    public void put(Path file, long delivery) throws IOException {
        Path folder = Files.createDirectories(input.resolve(FOLDER).resolve(Long.toString(delivery)));
        String name = file.getFileName().toString();
        // The look into the drop folder passes over what begins with a dot.
        Path arriving = Files.createTempFile(input.resolve(FOLDER), ARRIVING, ".tmp");
        try {
            Files.copy(file, arriving, StandardCopyOption.REPLACE_EXISTING);
            Renames.appear(arriving, free(folder, name));
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    /** Deletes what a process that was killed at it did not finish, when it was begun before a time. */
    public void deleteUnfinished(Instant before) throws IOException {
        Path folder = input.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ARRIVING + "*")) {
                for (Path file : unfinished) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** Two files of one name may have lain in different folders. */
    private static Path free(Path folder, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        Path place = folder.resolve(name);
        for (int number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); number++) {
            place = folder.resolve(stem + " (" + number + ")" + (dot < 0 ? "" : name.substring(dot)));
        }
        return place;
    }
}
