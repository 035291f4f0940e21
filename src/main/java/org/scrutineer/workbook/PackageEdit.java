package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Changes to the parts of a package, gathered first and then written: parts that were not touched are copied as they
 * are packed, the others written anew. Names of parts are without a leading slash.
 */
final class PackageEdit {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** The namespace of ids that refer to relationships, and the beginning of their types. */
    static final String RELATIONSHIP_NAMES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Sheets take a fraction of the time the usual level takes, and become a quarter larger. */
    private static final int LEVEL = Deflater.BEST_SPEED;

    /** Writes a part's bytes. */
    interface Content {
        void writeTo(OutputStream out) throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException;
    }

    private final ZipParts parts;
    private final XmlTree types;
    private final Map<String, XmlTree> trees = new LinkedHashMap<>();
    private final Map<String, Content> written = new TreeMap<>();
    private final Set<String> removed = new HashSet<>();

    PackageEdit(ZipParts parts) throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        this.parts = parts;
        this.types = XmlTree.of(CONTENT_TYPES, parts);
        trees.put(CONTENT_TYPES, types);
    }

    boolean has(String part) {
        return !removed.contains(key(part)) && (parts.has(part) || written.containsKey(part));
    }

    /** A part's tree; what is changed in it will be written. */
    XmlTree edit(String part) throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        XmlTree tree = trees.get(part);
        if (tree == null) {
            tree = XmlTree.of(part, parts);
            trees.put(part, tree);
        }
        return tree;
    }

    /** A new part of a type of its own, to be added to. */
    XmlTree create(String part, String contentType, String xml) {
        XmlTree tree = XmlTree.of(xml);
        types.root().add("Override").set("PartName", "/" + part).set("ContentType", contentType);
        trees.put(part, tree);
        return tree;
    }

    /** The relationships of a part, to be added to. */
    XmlTree relationships(String part) throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        String name = relationshipsOf(part);
        if (!trees.containsKey(name) && !has(name)) {
            removed.remove(key(name));
            trees.put(
                    name,
                    XmlTree.of(
                            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
        }
        return edit(name);
    }

    static String relationshipsOf(String part) {
        int folder = part.lastIndexOf('/') + 1;
        return part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    }

    /** Lets a part refer to another, and returns the id it refers by. */
    String relate(String part, String type, String target)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        XmlTree.Element list = relationships(part).root();
        Set<String> taken = new HashSet<>();
        list.children().forEach(entry -> taken.add(String.valueOf(entry.get("Id"))));
        int number = 1;
        while (taken.contains("answer" + number)) {
            number++;
        }
        list.add("Relationship")
                .set("Id", "answer" + number)
                .set("Type", RELATIONSHIP_NAMES + "/" + type)
                .set("Target", "/" + target);
        return "answer" + number;
    }

    /** A name no part has yet, such as {@code xl/comments7.xml}. */
    String free(String beginning, String ending) {
        int number = 1;
        while (has(beginning + number + ending)) {
            number++;
        }
        return beginning + number + ending;
    }

    /** Writes a part in place of the one of its name. */
    void write(String part, Content content) {
        removed.remove(key(part));
        written.put(part, content);
    }

    void write(String part, byte[] bytes) {
        write(part, out -> out.write(bytes));
    }

    /** Writes a new part of a type of its own. */
    void add(String part, String contentType, Content content) {
        types.root().add("Override").set("PartName", "/" + part).set("ContentType", contentType);
        write(part, content);
    }

    /** Says of what type parts with an extension are, if nobody said so. */
    void type(String extension, String contentType) {
        boolean known = types.root().children("Default").stream()
                .anyMatch(entry -> extension.equalsIgnoreCase(entry.get("Extension")));
        if (!known) {
            XmlTree.Element entry =
                    types.root().make("Default").set("Extension", extension).set("ContentType", contentType);
            types.root().addFirst(entry);
        }
    }

    /** The parts of a type. */
    List<String> partsOfType(String ending) {
        return types.root().children("Override").stream()
                .filter(entry -> String.valueOf(entry.get("ContentType")).endsWith(ending))
                .map(entry -> String.valueOf(entry.get("PartName")).replaceFirst("^/", ""))
                .filter(this::has)
                .toList();
    }

    /** Leaves a part out, with its relationships. */
    void remove(String part) {
        removed.add(key(part));
        removed.add(key(relationshipsOf(part)));
        written.remove(part);
        trees.remove(relationshipsOf(part));
        types.root().removeIf(entry -> ("/" + part).equalsIgnoreCase(entry.get("PartName")));
    }

    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    /** Packs the changed package: the same changes to the same bytes give the same bytes. */
    void writeTo(SeekableByteChannel channel, ZipFile original)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        trees.forEach((part, tree) -> write(part, tree.bytes()));
        Map<String, ZipArchiveEntry> kept = new HashMap<>();
        original.getEntries().asIterator().forEachRemaining(entry -> {
            if (!entry.isDirectory() && !removed.contains(key(entry.getName()))) {
                kept.put(entry.getName(), entry);
            }
        });
        Set<String> replaced = new HashSet<>();
        written.keySet().forEach(part -> replaced.add(key(part)));
        kept.keySet().removeIf(part -> replaced.contains(key(part)));
        Set<String> names = new HashSet<>(kept.keySet());
        names.addAll(written.keySet());
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            zip.setUseZip64(Zip64Mode.Never);
            zip.setLevel(LEVEL);
            zip.setMethod(Deflater.DEFLATED);
            for (String name : names.stream().sorted(inOrder()).toList()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setTimeLocal(TIME);
                Content content = written.get(name);
                if (content == null) {
                    copy(Objects.requireNonNull(kept.get(name)), entry, original, zip);
                } else {
                    zip.putArchiveEntry(entry);
                    content.writeTo(zip);
                    zip.closeArchiveEntry();
                }
            }
        }
    }

    private static void copy(ZipArchiveEntry from, ZipArchiveEntry to, ZipFile original, ZipArchiveOutputStream zip)
            throws IOException {
        to.setMethod(from.getMethod() == ZipEntry.STORED ? ZipEntry.STORED : ZipEntry.DEFLATED);
        to.setSize(from.getSize());
        to.setCompressedSize(from.getCompressedSize());
        to.setCrc(from.getCrc());
        try (InputStream packed = original.getRawInputStream(from)) {
            zip.addRawArchiveEntry(to, packed);
        }
    }

    /** Readers of streams want to know the types of the parts before the parts. */
    private static Comparator<String> inOrder() {
        return Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES))
                .thenComparing(name -> !name.equals("_rels/.rels"))
                .thenComparing(Comparator.naturalOrder());
    }
}
