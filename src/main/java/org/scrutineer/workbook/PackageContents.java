package org.scrutineer.workbook;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook holds beside its cells, and what last saved it.
 *
 * @param active in the order of {@link ActiveContent}
 * @param application as it names itself, e.g. {@code Microsoft Excel}; null where the file does not say (Google Sheets)
 * @param applicationVersion as it names itself, e.g. {@code 16.0300}; null where the file does not say
 */
public record PackageContents(
        Set<ActiveContent> active,
        @Nullable String application,
        @Nullable String applicationVersion) {

    private static final String EXCEL = "Microsoft Excel";

    /** Excel's own versions have four digits after the point; openpyxl, which takes its name, has one or two. */
    private static final Pattern VERSION_OF_EXCEL = Pattern.compile("\\d+\\.\\d{4}");

    private static final Pattern SPREADSHEET_PROGRAM =
            Pattern.compile("(Microsoft|LibreOffice|OpenOffice|Collabora|WPS|ONLYOFFICE|Numbers|Gnumeric|SoftMaker).*");

    public PackageContents {
        EnumSet<ActiveContent> sorted = EnumSet.noneOf(ActiveContent.class);
        sorted.addAll(active);
        active = Collections.unmodifiableSet(sorted);
    }

    /**
     * Whether a program that writes files (a case system's export, a script) saved it last and not one that people type
     * into: what it stores as a formula's result was not calculated by a spreadsheet. False where the file does not
     * say, or where the writer calls itself Excel in every respect, as some do.
     */
    public boolean isSavedByLibrary() {
        if (application == null) {
            return false;
        }
        if (application.startsWith(EXCEL)) {
            return applicationVersion != null
                    && !VERSION_OF_EXCEL.matcher(applicationVersion).matches();
        }
        return !SPREADSHEET_PROGRAM.matcher(application).matches();
    }

    static PackageContents of(ZipParts parts, Limits limits) throws UnreadableWorkbookException, IOException {
        Set<ActiveContent> active = EnumSet.noneOf(ActiveContent.class);
        for (String name : parts.names()) {
            if (name.endsWith(".rels")) {
                find(name, parts, limits, active);
            }
        }
        String properties = Relationships.of("", parts, limits).targetOf("extended-properties");
        if (properties == null) {
            properties = Relationships.of("", parts, limits).targetOf("extendedProperties");
        }
        return properties == null || !parts.has(properties)
                ? new PackageContents(active, null, null)
                : savedBy(properties, parts, limits, active);
    }

    private static void find(String relationships, ZipParts parts, Limits limits, Set<ActiveContent> found)
            throws UnreadableWorkbookException, IOException {
        try (XmlPart xml = new XmlPart(parts, relationships, limits)) {
            while (xml.next()) {
                String type = xml.isStart("Relationship") ? xml.attribute("Type") : null;
                if (type != null) {
                    String word = type.substring(type.lastIndexOf('/') + 1);
                    for (ActiveContent content : ActiveContent.values()) {
                        if (content.isFoundBy(word)) {
                            found.add(content);
                        }
                    }
                }
            }
        }
    }

    private static PackageContents savedBy(String properties, ZipParts parts, Limits limits, Set<ActiveContent> active)
            throws UnreadableWorkbookException, IOException {
        String application = null;
        String version = null;
        try (XmlPart xml = new XmlPart(parts, properties, limits)) {
            while (xml.next()) {
                if (xml.isStart("Application")) {
                    application = text(xml);
                } else if (xml.isStart("AppVersion")) {
                    version = text(xml);
                }
            }
        }
        return new PackageContents(active, application, version);
    }

    private static @Nullable String text(XmlPart xml) throws UnreadableWorkbookException, IOException {
        StringBuilder text = new StringBuilder();
        xml.text(text);
        return text.isEmpty() ? null : text.toString().strip();
    }
}
