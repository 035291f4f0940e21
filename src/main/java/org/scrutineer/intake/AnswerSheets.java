package org.scrutineer.intake;

import java.util.Set;
import org.scrutineer.catalogue.Names;

/** The sheets that go back to a team in front of its own, and come back with the corrected return. */
public final class AnswerSheets {

    public static final String WHAT_TO_CORRECT = "What to correct";
    public static final String HOW_WE_READ = "How we read your file";

    private static final Set<String> NAMES = Set.of(Names.normal(WHAT_TO_CORRECT), Names.normal(HOW_WE_READ));

    private AnswerSheets() {}

    /** Whether a sheet of this name is one of ours, which a return may bring and nothing is read from. */
    public static boolean has(String sheet) {
        return NAMES.contains(Names.normal(sheet));
    }
}
