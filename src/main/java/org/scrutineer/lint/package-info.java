/**
 * Holds workbooks against the rules for accessible and trustworthy ones, as released: the file is read afresh, by other
 * code than wrote it. The rules are those of the Government Analysis Function's checklist for spreadsheets, of the
 * guidance on symbols in tables, of the Web Content Accessibility Guidelines where they apply, and some of ours.
 */
@ApplicationModule(allowedDependencies = {"workbook"})
@NullMarked
package org.scrutineer.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
