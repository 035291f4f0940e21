package org.scrutineer.workbook;

import java.util.Set;

/** What a workbook can carry that acts, or that brings in what is not in its cells. None of it is ever run or followed. */
public enum ActiveContent {
    MACROS("macros", Set.of("vbaProject")),
    MACRO_SHEETS("macro sheets of Excel 4.0", Set.of("xlMacrosheet", "xlIntlMacrosheet")),
    EMBEDDED_OBJECTS("embedded objects", Set.of("oleObject", "package")),
    CONTROLS("ActiveX controls", Set.of("control", "activeXControlBinary")),
    EXTERNAL_LINKS("links to other workbooks", Set.of("externalLink")),
    CONNECTIONS("data connections", Set.of("connections")),
    PIVOT_CACHES("stored copies of the data of pivot tables", Set.of("pivotCacheDefinition"));

    private final String words;
    private final Set<String> relationshipTypes;

    ActiveContent(String words, Set<String> relationshipTypes) {
        this.words = words;
        this.relationshipTypes = relationshipTypes;
    }

    /** In a sentence: "the workbook holds …". */
    public String words() {
        return words;
    }

    /** @param type the last word of a relationship's address, by which Excel itself finds the part */
    boolean isFoundBy(String type) {
        return relationshipTypes.contains(type);
    }
}
