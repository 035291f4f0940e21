package org.scrutineer.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a part of the package refers to, by the ids it uses. */
final class Relationships {

    /**
     * @param type the last word of the type's address, which the transitional and the strict form share
     * @param target the name of a part; null where it lies outside the package
     */
    record Relationship(String type, @Nullable String target) {}

    private final Map<String, Relationship> byId = new LinkedHashMap<>();

    private Relationships() {}

    /** @param part whose relationships to read; empty for those of the package itself */
    static Relationships of(String part, ZipParts parts, Limits limits)
            throws UnreadableWorkbookException, IOException {
        Relationships relationships = new Relationships();
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        if (!parts.has(name)) {
            return relationships;
        }
        try (XmlPart xml = new XmlPart(parts, name, limits)) {
            while (xml.next()) {
                if (xml.isStart("Relationship")) {
                    relationships.add(xml, folder);
                }
            }
        }
        return relationships;
    }

    private void add(XmlPart xml, String folder) throws UnreadableWorkbookException {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id == null || type == null || target == null) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, null);
        }
        boolean outside = "External".equals(xml.attribute("TargetMode"));
        Relationship relationship =
                new Relationship(type.substring(type.lastIndexOf('/') + 1), outside ? null : resolve(folder, target));
        if (byId.put(id, relationship) != null) {
            throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
        }
    }

    private static String resolve(String folder, String target) throws UnreadableWorkbookException {
        StringBuilder resolved = new StringBuilder();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                int parent = resolved.lastIndexOf("/");
                if (parent < 0) {
                    throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
                }
                resolved.setLength(parent);
            } else if (!step.isEmpty() && !step.equals(".")) {
                resolved.append('/').append(step);
            }
        }
        return resolved.isEmpty() ? "" : resolved.substring(1);
    }

    @Nullable
    Relationship byId(String id) {
        return byId.get(id);
    }

    /** The targets inside the package of all relationships of {@code type}. */
    List<String> targetsOf(String type) {
        return byId.values().stream()
                .filter(relationship -> relationship.type().equals(type))
                .map(Relationship::target)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The target of the first relationship of {@code type}; null where there is none, or it lies outside. */
    @Nullable
    String targetOf(String type) {
        for (Relationship relationship : byId.values()) {
            if (relationship.type().equals(type)) {
                return relationship.target();
            }
        }
        return null;
    }
}
