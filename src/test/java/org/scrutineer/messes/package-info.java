/**
 * Returns as real senders get them wrong: one kept workbook for each mess, named for it, with what becomes of it, in
 * {@code src/test/resources/messes}.
 */
@NullMarked
package org.scrutineer.messes;

import org.jspecify.annotations.NullMarked;
