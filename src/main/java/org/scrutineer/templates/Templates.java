package org.scrutineer.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.WorkbookWriter;
import org.scrutineer.workbook.WrittenFile;

/** Writes blank returns. The same catalogue gives the same bytes on any day and any machine. */
public final class Templates {

    private final Catalogue catalogue;

    public Templates(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What became of a template. */
    public enum Outcome {
        WRITTEN,
        /** The very same template was there already. */
        UNCHANGED,
        /** Another file of that name was there, and was left as it is: somebody may have filled it in. */
        LEFT_ALONE
    }

    /** A template that was asked for. */
    public record Result(Path file, Outcome outcome) {}

    /**
     * Writes the blank return of a type that a team sends.
     *
     * @param period the month it is for; where empty the team enters it
     * @param folder where it is put; made where it is lacking
     * @throws IOException where the disk fails; no half-written file is left behind then
     */
    public Result write(ReturnType type, Team team, Optional<ReportingPeriod> period, Path folder) throws IOException {
        Path file = folder.resolve(
                type.id() + "-" + team.id() + period.map(month -> "-" + month).orElse("") + ".xlsx");
        Files.createDirectories(folder);
        var form = new ReturnTemplate(catalogue, type, team, period.orElse(null)).form();
        if (!Files.exists(file)) {
            new WorkbookWriter().write(form, file);
            return new Result(file, Outcome.WRITTEN);
        }
        Path again = Files.createTempDirectory("scrutineer-template-").resolve(file.getFileName());
        try (InputStream there = Files.newInputStream(file)) {
            WrittenFile written = new WorkbookWriter().write(form, again);
            boolean same = DigestUtils.sha256Hex(there).equals(written.sha256());
            return new Result(file, same ? Outcome.UNCHANGED : Outcome.LEFT_ALONE);
        } finally {
            Files.deleteIfExists(again);
            Files.deleteIfExists(again.getParent());
        }
    }
}
