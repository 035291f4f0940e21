package org.scrutineer.records;

import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.SmallCatalogue;
import org.springframework.util.FileSystemUtils;

/** A small catalogue with a dataset of assessments that has a column of every type, and SQL to try on it. */
final class AssessmentCatalogue {

    private final StringBuilder rules = new StringBuilder();
    private final StringBuilder views = new StringBuilder();
    private final StringBuilder indicators = new StringBuilder();
    private final StringBuilder columns = new StringBuilder();

    static AssessmentCatalogue aCatalogue() {
        return new AssessmentCatalogue();
    }

    /** Adds a rule; the SQL of the only one stands on line 27. */
    AssessmentCatalogue withRule(String sql) {
        rules.append("""
                      - id: rule-%d
                        severity: error
                        say: it is wrong
                        do: Put it right.
                        expect: |
                %s""".formatted(rules.length(), sql.indent(10)));
        return this;
    }

    /** Adds a view; the SQL of the only one starts on line 4. */
    AssessmentCatalogue withView(String id, String sql) {
        views.append("""
                - id: %s
                  about: a row
                  sql: |
                %s""".formatted(id, sql.indent(4)));
        return this;
    }

    /** Adds an indicator of assessments; what is said of the only one starts on line 10. */
    AssessmentCatalogue withIndicator(String... said) {
        return withIndicatorFrom("assessments", said);
    }

    AssessmentCatalogue withIndicatorFrom(String from, String... said) {
        indicators.append(
                """
                - id: A%d
                  name: An indicator
                  theme: Assessments
                  owner: head-of-assessment
                  from: %s
                  timing: month
                  counts: people
                  good: high
                  measured-in: children
                %s""".formatted(indicators.length(), from, String.join("\n", said).indent(2)));
        return this;
    }

    /** Adds a column after those of every type, e.g. {@code size: {header: [Size], type: text}}. */
    AssessmentCatalogue withColumn(String column) {
        columns.append("      ").append(column).append('\n');
        return this;
    }

    Catalogue catalogue() {
        var catalogue = SmallCatalogue.aCatalogue()
                .with("returns/assessments.yaml", """
                id: assessments
                name: Assessments return
                template-versions: ["1"]
                datasets:
                  assessments:
                    name: Assessments
                    sheet: Assessments
                    key: [child, started]
                    kind: flow
                    event-date: authorised
                    columns:
                      child: {header: [Child], type: text}
                      started: {header: [Started], type: date}
                      authorised: {header: [Authorised], type: date}
                      seen: {header: [Seen at], type: datetime}
                      closed: {header: ["Closed?"], type: yes-no}
                      contacts: {header: [Contacts], type: integer}
                      hours: {header: [Hours], type: decimal}
                      cost: {header: [Cost], type: money}
                      council: {header: [Council], type: code, codes: {WNC: [West], NNC: [North]}}
                """ + columns + (rules.isEmpty() ? "" : "    rules:\n" + rules));
        if (!views.isEmpty()) {
            catalogue.with("views.yaml", views.toString());
        }
        if (!indicators.isEmpty()) {
            catalogue.with("indicators/assessments.yaml", indicators.toString());
        }
        return catalogue.catalogue();
    }

    /** The sentences of all that is wrong with the SQL. */
    List<String> problems() {
        try {
            var folder = java.nio.file.Files.createTempDirectory("records");
            try {
                return RecordStore.problems(catalogue(), RecordsProperties.defaults(folder.toString())).stream()
                        .map(CatalogueProblem::sentence)
                        .toList();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
