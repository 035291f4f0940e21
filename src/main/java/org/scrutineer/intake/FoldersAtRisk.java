package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells of folders with personal data that others than their owner may read, or that are not on a disk of this machine. */
public final class FoldersAtRisk {

    /** Those of an output folder; what is published is shared on purpose. */
    private static final List<String> PRIVATE =
            List.of("archive", "backups", "internal", "ledger", "log", "outbox", "records", "teams");

    /** Types of file systems that lie on another machine, as operating systems call them. */
    private static final List<String> ON_A_NETWORK = List.of(
            "afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb", "smb2", "smb3", "smbfs", "webdav");

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private FoldersAtRisk() {}

    /**
     * What there is to say, in whole sentences; nothing where all is as it should be, or the file system does not tell.
     *
     * @param output the output folder
     */
    public static List<String> warnings(Path output) throws IOException {
        var warnings = new ArrayList<String>();
        for (String name : PRIVATE) {
            Path folder = output.resolve(name);
            if (Files.isDirectory(folder) && mayBeReadByOthers(folder)) {
                warnings.add("The folder " + folder
                        + " holds personal data, and others than its owner may read it (its mode is "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                        + "). Let its owner alone have it: chmod 700 \"" + folder + "\".");
            }
        }
        if (Files.isDirectory(output)) {
            onANetwork(output, Files.getFileStore(output).type()).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static boolean mayBeReadByOthers(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
            return false;
        }
        return Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).stream()
                .anyMatch(OTHERS::contains);
    }

    /** @param type of the file system, as the operating system calls it */
    static Optional<String> onANetwork(Path output, String type) {
        return ON_A_NETWORK.contains(type.toLowerCase(Locale.ROOT))
                ? Optional.of(
                        "The folder " + output + " lies on a network share (" + type + "), where locks do not hold"
                                + " and whoever runs the share reads what is in it. Move it to a disk of this machine, and name that"
                                + " folder with --output or folders.output in config/application.yaml.")
                : Optional.empty();
    }
}
