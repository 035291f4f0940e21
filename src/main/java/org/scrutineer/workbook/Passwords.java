package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The passwords that were agreed with teams. They are for the worker alone: nothing here prints them. */
final class Passwords {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final List<String> owners = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    private Passwords() {}

    static Passwords none() {
        return new Passwords();
    }

    /**
     * Collects them.
     *
     * @param environment by owner
     * @param file a line {@code owner=password} each, in UTF-8, where all after the first equals sign is the password;
     *     blank lines and those that begin with # are passed over
     * @throws IllegalStateException where others than its owner may read the file, or a line is no such line
     */
    static Passwords of(Map<String, String> environment, @Nullable Path file) throws IOException {
        Passwords passwords = new Passwords();
        environment.forEach(passwords::add);
        if (file != null) {
            requirePrivate(file);
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int equals = line.indexOf('=');
                if (equals < 1 || equals == line.length() - 1) {
                    throw new IllegalStateException("the passwords file " + file + ", line " + number
                            + ": expected the id of a team, an equals sign and the team's password");
                }
                passwords.add(line.substring(0, equals).strip(), line.substring(equals + 1));
            }
        }
        return passwords;
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("there is no passwords file " + file);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNERS.containsAll(view.readAttributes().permissions())) {
            throw new IllegalStateException(
                    "the passwords file " + file + " can be read by others than its owner; make it private: chmod 600");
        }
    }

    private void add(String owner, String secret) {
        owners.add(owner);
        secrets.add(secret);
    }

    /** In the order they are tried in. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Whose the password of a number is. */
    String owner(int number) {
        return owners.get(number);
    }

    /** Whether a password's owner is a team: the environment knows neither hyphens nor small letters. */
    static boolean isOwnedBy(String owner, String team) {
        return plain(owner).equals(plain(team));
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
