/**
 * Excel: the cells of workbooks that were received, with their addresses, and workbooks written for readers. The only
 * package that knows Apache POI.
 */
@ApplicationModule(allowedDependencies = {"files"})
@NullMarked
package org.scrutineer.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
