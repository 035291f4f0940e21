package org.scrutineer.secondopinion;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.SmallCatalogue;

/** A catalogue of two datasets with a column of each type: {@code things} is a snapshot, {@code events} a flow. */
final class ThingsCatalogue {

    private static final String COLUMNS = """
                  k:    {header: [K], type: text}
                  n:    {header: [N], type: integer}
                  m:    {header: [M], type: integer}
                  d:    {header: [D], type: decimal}
                  c:    {header: [C], type: money}
                  a:    {header: [A], type: date}
                  b:    {header: [B], type: date}
                  t:    {header: [T], type: datetime}
                  u:    {header: [U], type: datetime}
                  yes:  {header: [Yes], type: yes-no}
                  code: {header: [Code], type: code, codes: {X: [], Y: [], Zé: []}}
                  text: {header: [Text], type: text}
                  authority: {header: [Council], type: code, codes: {NCC: [], NO: []}}
            """;

    private final SmallCatalogue files = SmallCatalogue.aCatalogue()
            .with("organisation.yaml", """
                    id: trust
                    name: The trust
                    contact: performance@trust.example
                    minimum-coverage: 1
                    authorities:
                      - {id: NCC, name: County}
                    services:
                      - {id: front-door, name: Front door}
                      - {id: care, name: Care}
                    teams:
                      - {id: north, name: Team North, service: front-door, owes: {things: [things, events]}}
                      - {id: south, name: Team South, service: front-door, owes: {things: [things, events]}}
                      - {id: west, name: Team West, service: care, owes: {things: [things, events]}}
                    """)
            .with("returns/things.yaml", """
                    id: things
                    name: Things return
                    template-versions: ["1"]
                    datasets:
                      things:
                        name: Things
                        sheet: Things
                        key: [k]
                        kind: snapshot
                        columns:
                    """ + COLUMNS + """
                      events:
                        name: Events
                        sheet: Events
                        key: [k, n]
                        kind: flow
                        event-date: a
                        columns:
                    """ + COLUMNS)
            .with("indicators/things.yaml", "[]")
            .with("targets.csv", "indicator,valid_from,target,tolerance\n")
            .without("indicators/visits.yaml")
            .without("returns/visits.yaml")
            .without("publications/board.yaml")
            .without("views.yaml");

    static ThingsCatalogue things() {
        return new ThingsCatalogue();
    }

    /** Adds a view by its query. */
    ThingsCatalogue withView(String id, String sql) {
        files.with("views.yaml", "- {id: " + id + ", about: a row, sql: \"" + sql + "\"}\n");
        return this;
    }

    /** Sets the indicators by what sets each apart, e.g. {@code from: things}. */
    ThingsCatalogue withIndicator(String id, String... said) {
        String before = files.text("indicators/things.yaml");
        files.with(
                "indicators/things.yaml",
                (before.equals("[]") ? "" : before)
                        + """
                - id: %s
                  name: Indicator %s
                  theme: Things
                  owner: head-of-things
                  counts: people
                  measured-in: children
                  good: high
                  headline: true
                %s""".formatted(id, id, String.join("\n", said).indent(2)));
        return this;
    }

    Catalogue catalogue() {
        return files.catalogue();
    }
}
