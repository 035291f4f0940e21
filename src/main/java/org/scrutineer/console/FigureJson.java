package org.scrutineer.console;

import java.util.Locale;
import org.scrutineer.pipeline.Preview;
import org.scrutineer.publication.MembersAnswers;
import org.scrutineer.publication.MembersQuestion;

/** What commands print of figures that are not published yet, or published for one question. */
final class FigureJson {

    private FigureJson() {}

    static String preview(Preview preview) {
        return Json.text(preview.periods().stream()
                .map(period -> Json.object(
                        "period",
                        period.period().toString(),
                        "published",
                        period.published(),
                        "returns",
                        period.returns().stream()
                                .map(one -> Json.object(
                                        "file",
                                        one.fileName(),
                                        "team",
                                        one.team(),
                                        "kind",
                                        one.kind().name().toLowerCase(Locale.ROOT),
                                        "verdict",
                                        one.verdict(),
                                        "workingDaysLate",
                                        one.workingDaysLate()))
                                .toList(),
                        "trouble",
                        period.trouble().isEmpty() ? null : period.trouble(),
                        "figures",
                        period.changes().figures(),
                        "changed",
                        period.changes().changed().stream()
                                .map(figure -> Json.object(
                                        "indicator",
                                        figure.indicator(),
                                        "headline",
                                        figure.headline(),
                                        "of",
                                        figure.of(),
                                        "timing",
                                        figure.timing(),
                                        "before",
                                        figure.before(),
                                        "now",
                                        figure.now(),
                                        "why",
                                        figure.why()))
                                .toList(),
                        "audiences",
                        period.audiences(),
                        "mails",
                        period.mails().stream()
                                .map(mail -> Json.object(
                                        "kind",
                                        mail.kind(),
                                        "to",
                                        mail.recipient().name(),
                                        "address",
                                        mail.recipient().address(),
                                        "onceReleased",
                                        mail.onceReleased().orElse(null)))
                                .toList()))
                .toList());
    }

    static String answer(MembersQuestion question, MembersAnswers.Answer answer) {
        return Json.text(Json.object(
                "number", answer.number(),
                "question", question.text(),
                "audience", question.audience(),
                "file", answer.workbook().toString(),
                "figures",
                        answer.told().stream()
                                .map(told -> Json.object(
                                        "run", told.run(),
                                        "period", told.period().toString(),
                                        "indicator", told.indicator().id(),
                                        "organisation", told.value().organisation(),
                                        "authority", told.value().authority(),
                                        "timing", told.value().timing().id(),
                                        "numerator", told.value().numerator(),
                                        "denominator", told.value().denominator(),
                                        "value", told.value().value(),
                                        "status", told.value().status().symbol()))
                                .toList()));
    }
}
