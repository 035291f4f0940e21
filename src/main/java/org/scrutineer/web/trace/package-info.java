/** The pages that follow a figure to the cells it came from, and a cell to the figures it feeds. */
@NullMarked
package org.scrutineer.web.trace;

import org.jspecify.annotations.NullMarked;
