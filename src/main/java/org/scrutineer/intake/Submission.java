package org.scrutineer.intake;

import java.time.LocalDate;
import java.util.Set;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A return that was received and recognised.
 *
 * @param id in the ledger
 * @param fileHash SHA-256 of its bytes, in hexadecimal; names the copy in the archive
 * @param fileName where it was found, relative to the input folder
 * @param returnType id of its type
 * @param team id of the team that sent it
 * @param preparedOn says which of several attempts is the newest
 * @param nothingToReport the datasets the team says it has nothing to report for
 */
public record Submission(
        long id,
        String fileHash,
        String fileName,
        String returnType,
        String team,
        ReportingPeriod period,
        LocalDate preparedOn,
        Set<String> nothingToReport) {

    public Submission {
        nothingToReport = Set.copyOf(nothingToReport);
    }
}
