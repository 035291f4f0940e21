package org.scrutineer.web.indicators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.ToldFigure;
import org.scrutineer.trends.DrawnPoint;
import org.scrutineer.web.NotThereException;
import org.scrutineer.web.Room;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Room
class IndicatorsRoom {

    private final Sights sights;

    IndicatorsRoom(Sights sights) {
        this.sights = sights;
    }

    @GetMapping("/indicators")
    String list(
            Person person,
            @RequestParam(required = false) @Nullable ReportingPeriod period,
            @RequestParam(required = false) @Nullable String part,
            Model model)
            throws IOException {
        List<ReportingPeriod> periods = sights.periods(person);
        model.addAttribute("periods", periods);
        if (periods.isEmpty()) {
            return "indicators/none";
        }
        Shown shown = sights.show(person, period == null ? periods.get(0) : period, part);
        model.addAttribute("shown", shown);
        model.addAttribute("list", IndicatorList.of(shown));
        return "indicators/list";
    }

    @GetMapping("/indicators/{code}")
    String one(
            Person person,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable ReportingPeriod period,
            @RequestParam(required = false) @Nullable String part,
            Model model)
            throws IOException {
        List<ReportingPeriod> periods = sights.periods(person);
        if (periods.isEmpty()) {
            throw new NotThereException();
        }
        Shown shown = sights.show(person, period == null ? periods.get(0) : period, part);
        Indicator indicator = shown.indicators().stream()
                .filter(one -> one.id().equals(code))
                .findFirst()
                .orElseThrow(NotThereException::new);
        model.addAttribute("periods", periods);
        model.addAttribute("shown", shown);
        model.addAttribute("page", IndicatorPage.of(shown, indicator, course(person, shown, indicator)));
        model.addAttribute("width", Chart.WIDTH);
        model.addAttribute("height", Chart.HEIGHT);
        return "indicators/indicator";
    }

    /** The course of the part's figure; for those who see what was issued, what was issued to them before. */
    private List<DrawnPoint> course(Person person, Shown shown, Indicator indicator) throws IOException {
        if (shown.courses().isPresent()) {
            return shown.courses()
                    .flatMap(book -> book.course(indicator.id(), shown.part(), shown.authority()))
                    .map(trend -> DrawnPoint.of(trend, indicator, shown.catalogue()))
                    .orElse(List.of());
        }
        var points = new ArrayList<DrawnPoint>();
        for (Shown issued : sights.issuedUpTo(person, shown.period(), shown.part())) {
            if (issued.catalogue().comparable(indicator.id(), issued.period(), shown.period())) {
                issued.main(indicator).flatMap(IndicatorsRoom::point).ifPresent(points::add);
            }
        }
        return points;
    }

    private static Optional<DrawnPoint> point(ToldFigure told) {
        return Optional.ofNullable(told.figure().value())
                .map(value -> new DrawnPoint(
                        told.period(),
                        value,
                        Optional.empty(),
                        Optional.empty(),
                        told.target(),
                        "",
                        told.figure().status() == IndicatorValue.Status.PROVISIONAL,
                        ""));
    }
}
