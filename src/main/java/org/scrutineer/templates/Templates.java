package org.scrutineer.templates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.FormWorkbook;
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
        List<Dataset> datasets = type.datasets().stream()
                .filter(dataset -> type.isSentAtWill() || team.owes(type.id(), dataset.id()))
                .toList();
        var sender = new Sender(team.id(), team.name());
        var form = new ReturnTemplate(catalogue, type, sender, datasets, period.orElse(null), Map.of()).form();
        String month = period.map(known -> "-" + known).orElse("");
        return write(form, folder.resolve(type.id() + "-" + team.id() + month + ".xlsx"));
    }

    /**
     * Writes the return of a type that a role is asked for, with what it is asked about.
     *
     * @param rows by dataset, the texts that stand in its rows already, by column
     * @param file where it is put, in a folder that is made where it is lacking
     * @throws IOException as above
     */
    public Result write(
            ReturnType type, Role role, ReportingPeriod period, Map<String, List<Map<String, String>>> rows, Path file)
            throws IOException {
        var sender = new Sender(role.id(), role.name());
        return write(new ReturnTemplate(catalogue, type, sender, type.datasets(), period, rows).form(), file);
    }

    /**
     * The same filled in: it only has to be sent.
     *
     * @param preparedBy who filled it in
     * @param preparedOn the day
     * @throws IOException as above
     */
    public Result write(
            ReturnType type,
            Role role,
            ReportingPeriod period,
            Map<String, List<Map<String, String>>> rows,
            String preparedBy,
            LocalDate preparedOn,
            Path file)
            throws IOException {
        var sender = new Sender(role.id(), role.name());
        var template = new ReturnTemplate(catalogue, type, sender, type.datasets(), period, rows);
        return write(template.form(preparedBy, preparedOn.toString()), file);
    }

    private static Result write(FormWorkbook form, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
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
