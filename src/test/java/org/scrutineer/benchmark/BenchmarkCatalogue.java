package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The catalogue of the benchmark's returns: as many teams as a set has, one return type, the rest from resources. */
final class BenchmarkCatalogue {

    static final String RETURN_TYPE = "activity";

    /** A sheet, and the name and kind of its dataset. */
    record Sheet(String name, String dataset, String kind) {}

    static final List<Sheet> SHEETS = List.of(
            new Sheet("Referrals", "referrals", "flow"),
            new Sheet("Assessments", "assessments", "flow"),
            new Sheet("Visits", "visits", "flow"),
            new Sheet("Plans", "plans", "snapshot"),
            new Sheet("Placements", "placements", "snapshot"),
            new Sheet("Reviews", "reviews", "snapshot"));

    private static final int SERVICES = 10;

    private static final List<String> RESOURCES = List.of(
            "views.yaml", "calendar.yaml", "targets.csv", "indicators/benchmark.yaml", "publications/benchmark.yaml");

    private static final String DATASET = """
              %1$s:
                name: %2$s
                sheet: %2$s
                key: [record_number]
                kind: %3$s
            %4$s    columns:
                  record_number: {header: Record number, type: integer, required: true}
                  person:        {header: Person ID, type: text, required: true, personal: true}
                  team_name:     {header: Team name, type: text}
                  site:          {header: Site, type: text}
                  worker:        {header: Allocated worker, type: text, blank: [Unallocated, TBC], personal: true}
                  started:       {header: Start date, type: date, required: true}
                  ended:         {header: End date, type: date}
                  status:        {header: Status, type: code, codes: {OPEN: [Open], CLOSED: [Closed], WAITING: [Waiting], MOVED: [Transferred]}}
                  category:      {header: Category, type: code, codes: {NEG: [Neglect], PHY: [Physical], EMO: [Emotional], HOU: [Housing], EDU: [Education], OTH: [Other]}}
                  authority:     {header: Home council, type: code, codes: {WNC: [West Northamptonshire], NNC: [North Northamptonshire], OTH: [Out of area]}}
                  seen:          {header: "Seen?", type: yes-no}
                  hours:         {header: Hours, type: decimal, min: 0, max: 100}
                  contacts:      {header: Contacts, type: integer, min: 0, max: 500}
                  note:          {header: Note, type: text, personal: true}
                rules:
                  - id: %1$s-ended-after-start
                    expect: ended >= started
                    severity: error
                    cell: ended
                    say: the end is before the start
                    do: Correct whichever date is wrong.
                  - id: %1$s-not-in-future
                    expect: started <= :end
                    severity: error
                    say: the start is after the end of the period
                    do: Correct the date.
                  - id: %1$s-contacts-when-seen
                    expect: not seen or contacts is not null
                    severity: warning
                    cell: contacts
                    say: seen without a contact
                    do: Enter the contacts.
            """;

    private BenchmarkCatalogue() {}

    static void write(Path folder, int teams) throws IOException {
        Files.createDirectories(folder.resolve("returns"));
        Files.writeString(folder.resolve("organisation.yaml"), organisation(teams));
        Files.writeString(folder.resolve("returns").resolve(RETURN_TYPE + ".yaml"), returnType());
        for (String resource : RESOURCES) {
            Path target = folder.resolve(resource);
            Files.createDirectories(target.getParent());
            try (InputStream in = BenchmarkCatalogue.class.getResourceAsStream("/benchmark/catalogue/" + resource)) {
                if (in == null) {
                    throw new IllegalStateException("there is no resource " + resource);
                }
                Files.write(target, in.readAllBytes());
            }
        }
    }

    private static String organisation(int teams) {
        var yaml = new StringBuilder("""
                id: trust
                name: The benchmark's trust
                contact: performance@trust.example
                minimum-coverage: 75
                authorities:
                  - {id: WNC, name: West Northamptonshire Council}
                  - {id: NNC, name: North Northamptonshire Council}
                services:
                """);
        for (int i = 0; i < SERVICES; i++) {
            yaml.append("  - {id: service-" + i + ", name: Service " + i + "}\n");
        }
        yaml.append("teams:\n");
        String owed = String.join(
                ", ", SHEETS.stream().map(BenchmarkCatalogue.Sheet::dataset).toList());
        for (int i = 1; i <= teams; i++) {
            yaml.append("  - {id: team-" + i + ", name: " + ReturnFile.team(i) + ", service: service-" + i % SERVICES
                    + ", owes: {" + RETURN_TYPE + ": [" + owed + "]}}\n");
        }
        return yaml.toString();
    }

    private static String returnType() {
        var yaml = new StringBuilder("""
                id: activity
                name: Activity return
                template-versions: "1"
                datasets:
                """);
        for (Sheet sheet : SHEETS) {
            String event = sheet.kind().equals("flow") ? "    event-date: started\n" : "";
            yaml.append(DATASET.formatted(sheet.dataset(), sheet.name(), sheet.kind(), event));
        }
        return yaml.toString();
    }
}
