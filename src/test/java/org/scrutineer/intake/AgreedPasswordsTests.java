package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.workbook.TestWorkbooks;

/** Returns under a password that was agreed with a team. */
class AgreedPasswordsTests {

    private static final Catalogue CATALOGUE = aCatalogue().catalogue();

    @TempDir
    Path folder;

    @Test
    void aReturnUnderItsTeamsPasswordIsReadWithoutAWord() throws Exception {
        assertThat(read("north")).isEmpty();
    }

    @Test
    void aReturnUnderThePasswordOfAnotherTeamIsReadAndTold() throws Exception {
        assertThat(read("south"))
                .containsExactly(
                        "WARNING north.xlsx: found \"the password of south\"; expected the password that was agreed"
                                + " with the team that sends the return. Use your own team's password; the data officer finds out"
                                + " how you came to have another's.");
    }

    private List<String> read(String ownerOfThePassword) throws Exception {
        var submission = new Submission(
                1,
                "hash",
                "north.xlsx",
                "visits",
                "north",
                ReportingPeriod.of(2018, 12),
                LocalDate.of(2019, 1, 8),
                Set.of());
        try (var workbooks = TestWorkbooks.withPasswords(Map.of(ownerOfThePassword, "secret"));
                RecordStore records = new RecordStore(
                        CATALOGUE,
                        RecordsProperties.defaults(folder.resolve("records").toString()));
                var staged = records.stage(submission.period())) {
            return TestReader.of(CATALOGUE, workbooks)
                    .read(encrypted(), submission, List.of(), staged)
                    .findings()
                    .stream()
                    .map(finding -> finding.severity() + " " + finding.sentence())
                    .toList();
        }
    }

    private Path encrypted() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("encrypted.xlsx");
        try (var workbook = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var content = encryptor.getDataStream(workbook)) {
                Files.copy(aReturn().saveAs(folder.resolve("plain.xlsx")), content);
            }
            workbook.writeFilesystem(out);
        }
        return file;
    }
}
