package org.scrutineer.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** A small catalogue free of mistakes, to be changed by a test and read. */
public final class SmallCatalogue {

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private SmallCatalogue() {
        with("organisation.yaml", """
                id: trust
                name: The trust
                contact: performance@trust.example
                minimum-coverage: 75
                authorities:
                  - {id: WNC, name: West, valid-from: 2021-04-01}
                services:
                  - {id: front-door, name: Front door}
                teams:
                  - id: north
                    name: Team North
                    service: front-door
                    aliases: [N1]
                    owes: {visits: [visits, cases]}
                """);
        with("calendar.yaml", """
                deadline-working-days: 10
                bank-holidays:
                  - {date: 2018-12-25, name: Christmas Day}
                """);
        with("codes.yaml", """
                code-sets:
                  home-council: {WNC: [West], NO: [None, n/a]}
                blank-sets:
                  unallocated: [Unallocated, TBC]
                """);
        with("views.yaml", """
                - id: open_cases
                  about: an open case
                  sql: |
                    select team, authority, child
                    from cases
                """);
        with("returns/visits.yaml", """
                id: visits
                name: Visits return
                template-versions: ["2", "1"]
                datasets:
                  visits:
                    name: Visits
                    sheet: Visits
                    key: [child, visited]
                    kind: flow
                    event-date: visited
                    columns:
                      child: {header: [Child ID, Child], type: text, required: true, personal: true}
                      visited: {header: [Date], type: date}
                      hours: {header: [Hours], type: decimal, min: 0, max: 24.5}
                    rules:
                      - id: not-in-future
                        expect: visited <= :end
                        severity: error
                        cell: visited
                        say: the visit is after the end of the period
                        do: Correct the date.
                  cases:
                    name: Cases
                    sheet: [Cases, Open cases]
                    key: [child]
                    kind: snapshot
                    team-column: works_in
                    columns:
                      child: {header: [Child ID], type: text}
                      works_in: {header: [Team], type: text, blank: unallocated}
                      authority: {header: [Council], type: code, codes: home-council}
                """);
        with("indicators/visits.yaml", """
                - id: V01
                  name: Visits of an hour or more
                  theme: Visits
                  owner: head-of-visits
                  from: visits
                  numerator: hours >= 1
                  timing: month
                  also: [year-to-date]
                  counts: things
                  unit: percent
                  good: high
                - id: V02
                  name: Open cases
                  theme: Cases
                  owner: head-of-visits
                  from: cases
                  timing: snapshot
                  counts: people
                  unit: count
                  measured-in: children
                  good: information
                  valid-from: Dec-18
                """);
        with("targets.csv", """
                indicator,valid_from,target,tolerance
                V01,2018-12,90,85
                """);
        with("publications/board.yaml", """
                id: board
                name: The board
                title: Performance
                status: Provisional
                indicators: [V01]
                establishment: [{title: Visits, indicators: [V02]}]
                """);
    }

    public static SmallCatalogue aCatalogue() {
        return new SmallCatalogue();
    }

    /**
     * Adds published figures: V01 of England, the Midlands, West (code 941), and its neighbours Near (1) and Far (2), and
     * the table population of West.
     */
    public SmallCatalogue withPublished() {
        return with("benchmarks/areas.yaml", """
                nation: England
                region: Region
                columns:
                  period: time_period
                  level: geographic_level
                  region-code: region_code
                  region-name: region_name
                  authority-code: old_la_code
                  authority-name: la_name
                levels: {nation: National, region: Regional, authority: Local authority}
                ours:
                  - {code: "941", authorities: [WNC]}
                neighbours:
                  name: Statistical neighbours
                  file: neighbours.csv
                  code: old_la_code
                  neighbours: [SN_1, SN_2]
                  title: Neighbours 2025
                  publisher: The Department
                  licence: Open
                """)
                .with("benchmarks/neighbours.csv", """
                        old_la_code,la_name,SN_1,SN_2
                        941,West,1,2
                        1,Near,941,2
                        """)
                .with("benchmarks/visits.yaml", """
                        file: visits.csv
                        title: Visits 2021 to 2023
                        publisher: The Department
                        licence: Open
                        published: 2023-10-26
                        period-ends: 03-31
                        figures:
                          - indicator: V01
                            definition-from: 2014-04
                            where: {category: Total}
                            value: percent
                            numerator: hour_count
                            denominator: visit_count
                        """)
                .with("benchmarks/visits.csv", """
                        \ufefftime_period,geographic_level,region_code,region_name,old_la_code,la_name,category,hour_count,visit_count,percent
                        2022,National,,,,,Total,500,1000,50
                        2022,National,,,,,Other,1,2,60
                        2022,Regional,E1,Midlands,,,Total,40,100,40.5
                        2022,Regional,E2,North,,,Total,40,100,41
                        2022,Local authority,E1,Midlands,941,West,Total,c,20,c
                        2022,Local authority,E2,North,1,Near,Total,30,40,75
                        2022,Local authority,E1,Midlands,2,"Far, County of",Total,x,x,u
                        2022,Local authority,E1,Midlands,3,Elsewhere,Total,1,4,25
                        202223,National,,,,,Total,510,1000,51
                        """)
                .with("benchmarks/population.yaml", """
                        file: population.csv
                        title: Population 2020 to 2022
                        publisher: The Office
                        licence: Open
                        period-ends: 06-30
                        reference:
                          - id: population
                            about: how many children live there
                            columns:
                              children: {column: estimate, type: integer}
                        """)
                .with("benchmarks/population.csv", """
                        time_period,geographic_level,region_code,region_name,old_la_code,la_name,estimate
                        2021,Local authority,E1,Midlands,941,West,92050
                        2022,Local authority,E1,Midlands,941,West,93509
                        2020,Local authority,E1,Midlands,928,County,170287
                        2022,Local authority,E2,North,1,Near,x
                        """)
                .with("benchmarks/values.csv", """
                        indicator,definition_from,area,period_ends,value,source
                        V01,2014-04,England,2021-03-31,48.0,"Statistics of visits, 2021"
                        V01,2014-04,WNC,2021-03-31,47,West's own report
                        """);
    }

    public SmallCatalogue with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SmallCatalogue with(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    public SmallCatalogue without(String file) {
        files.remove(file);
        return this;
    }

    /** The same with a piece of a file changed; the piece must be there. */
    public SmallCatalogue changing(String file, String from, String to) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        int at = text.indexOf(from);
        return with(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    public String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    public Catalogue catalogue() {
        CatalogueReading reading = reading();
        if (reading instanceof CatalogueReading.Read read) {
            return read.catalogue();
        }
        throw new AssertionError(problems());
    }

    /** The sentences of all problems. */
    List<String> problems() {
        CatalogueReading reading = reading();
        return reading instanceof CatalogueReading.Mistaken mistaken
                ? mistaken.problems().stream().map(CatalogueProblem::sentence).toList()
                : List.of();
    }

    CatalogueReading reading() {
        try {
            Path folder = Files.createTempDirectory("catalogue");
            try {
                for (var file : files.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                return CatalogueReader.read(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
