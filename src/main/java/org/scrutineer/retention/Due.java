package org.scrutineer.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.catalogue.RetentionRule.What;

/**
 * Something that a rule says is not to be kept any longer.
 *
 * @param what it is, which decides what is deleted of it
 * @param subject as the ledger names it: the hash of a return, else a file, a folder, a run or a backup
 * @param title for people, e.g. {@code 2018-12/north.xlsx}
 * @param submission the return it is of; null where it is of none
 * @param keptUntil the last day on which it was to be kept
 */
public record Due(
        RetentionRule rule,
        What what,
        String subject,
        String title,
        @Nullable Long submission,
        LocalDate keptUntil) {}
