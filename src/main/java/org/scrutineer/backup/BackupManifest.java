package org.scrutineer.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup holds. Written last: a folder with a manifest is a whole backup.
 *
 * @param madeAt when its ledger was copied
 * @param files in the order of their paths
 */
record BackupManifest(Instant madeAt, List<Item> files) {

    static final String NAME = "manifest.json";

    /** Where the ledger is, as the database packs it. */
    static final String LEDGER = "ledger.zip";

    /** The folder of what was in the output folder. */
    static final String OUTPUT = "output/";

    /** The folder of the catalogue. */
    static final String CATALOGUE = "catalogue/";

    private static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    BackupManifest {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param path within the backup, with forward slashes
     * @param sha256 of its bytes, in hexadecimal
     */
    record Item(String path, long bytes, String sha256) {}

    Map<String, Item> byPath() {
        return files.stream().collect(Collectors.toMap(Item::path, Function.identity()));
    }

    long bytes() {
        return files.stream().mapToLong(Item::bytes).sum();
    }

    void write(Path folder) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("madeAt", madeAt.toString());
        ArrayNode list = json.putArray("files");
        for (Item item : files) {
            list.addObject().put("path", item.path()).put("bytes", item.bytes()).put("sha256", item.sha256());
        }
        var indenter = new DefaultIndenter("  ", "\n");
        Files.write(
                folder.resolve(NAME),
                (MAPPER.writer()
                                        .with(new DefaultPrettyPrinter()
                                                .withObjectIndenter(indenter)
                                                .withArrayIndenter(indenter))
                                        .writeValueAsString(json)
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the manifest of a backup.
     *
     * @throws BackupException where there is none that this version of the program understands
     */
    static BackupManifest read(Path folder) throws IOException, BackupException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no backup in " + folder + ": a backup is a folder with a file " + NAME
                    + ". Name that folder or that file.");
        }
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            if (json.path("format").asInt(0) != FORMAT) {
                throw new BackupException("The backup in " + folder
                        + " was made by another version of the program: its "
                        + NAME + " has the format " + json.path("format").asString("") + ", expected " + FORMAT
                        + ". Restore it with that version.");
            }
            var items = new ArrayList<Item>();
            for (JsonNode item : json.path("files")) {
                items.add(new Item(
                        item.path("path").asString(""),
                        item.path("bytes").asLong(-1),
                        item.path("sha256").asString("")));
            }
            return new BackupManifest(Instant.parse(json.path("madeAt").asString("")), items);
        } catch (JacksonException | DateTimeException damaged) {
            throw new BackupException(
                    "The backup in " + folder + " is damaged: its " + NAME + " cannot be read. Use another backup.");
        }
    }
}
