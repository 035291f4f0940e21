package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.DisclosureControl;
import org.scrutineer.disclosure.PublicRelease;
import org.springframework.stereotype.Component;

/**
 * A run's figures as each of its audiences may have them. What the public gets goes through disclosure control, all of
 * it at once, is attacked and noted as told before anything of it is written.
 */
@Component
class AudienceReports {

    private final DisclosureControl control;

    AudienceReports(DisclosureControl control) {
        this.control = control;
    }

    /**
     * What a run publishes, in the catalogue's order of audiences; only those published in the run's period. What the
     * public is told by it is in the ledger when this returns.
     *
     * @throws org.scrutineer.disclosure.ReleaseRefusedException where a hidden number could be worked out from what would
     *     be published and what was published before
     */
    List<Report> of(RunFigures run) {
        List<Report> reports = run.catalogue().audiences().stream()
                .filter(audience ->
                        audience.isPublishedIn(run.period(), run.catalogue().organisation()))
                .map(audience -> Report.of(run, audience))
                .toList();
        List<PublicRelease> releases = reports.stream()
                .filter(report -> report.audience().disclosure() != null)
                .map(AudienceReports::release)
                .toList();
        Map<String, ControlledRelease> byAudience = control.release(run.run(), releases).stream()
                .collect(Collectors.toMap(ControlledRelease::audience, Function.identity()));
        var told = new ArrayList<Report>();
        for (Report report : reports) {
            ControlledRelease release = byAudience.get(report.audience().id());
            told.add(
                    release == null
                            ? report
                            : new Report(
                                    ControlledFigures.of(
                                            report.figures(),
                                            release,
                                            control.toldBefore(
                                                    run.run(),
                                                    run.period(),
                                                    report.audience().id())),
                                    report.audience()));
        }
        return told;
    }

    private static PublicRelease release(Report report) {
        Audience audience = report.audience();
        Catalogue catalogue = report.figures().catalogue();
        return new PublicRelease(
                audience.id(),
                catalogue
                        .disclosureProfile(Objects.requireNonNull(audience.disclosure()))
                        .orElseThrow(),
                ControlledFigures.told(report.figures()));
    }
}
