package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersAtRiskTests {

    @TempDir
    Path output;

    @Test
    void foldersWithPersonalDataAreForTheirOwnerOnly() throws IOException {
        PrivateFolders.create(output.resolve("archive"));
        PrivateFolders.create(output.resolve("records/visits"));
        Files.setPosixFilePermissions(output.resolve("records"), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(output.resolve("publications"));

        assertThat(FoldersAtRisk.warnings(output)).isEmpty();

        Files.setPosixFilePermissions(output.resolve("archive"), PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(FoldersAtRisk.warnings(output))
                .containsExactly(
                        "The folder " + output.resolve("archive") + " holds personal data, and others than its owner"
                                + " may read it (its mode is rwxr-x---). Let its owner alone have it: chmod 700 \""
                                + output.resolve("archive") + "\".");
    }

    @Test
    void aShareIsNoPlaceForThem() {
        assertThat(FoldersAtRisk.onANetwork(output, "ext4")).isEmpty();
        assertThat(FoldersAtRisk.onANetwork(output, "NFS4"))
                .contains("The folder " + output
                        + " lies on a network share (NFS4), where locks do not hold and whoever runs"
                        + " the share reads what is in it. Move it to a disk of this machine, and name that folder with"
                        + " --output or folders.output in config/application.yaml.");
    }

    @Test
    void anInstallationThatIsNotThereYetIsAtNoRisk() throws IOException {
        assertThat(FoldersAtRisk.warnings(output.resolve("new"))).isEmpty();
    }
}
