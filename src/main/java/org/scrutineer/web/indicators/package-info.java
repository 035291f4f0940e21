/** The pages of figures: what each indicator was in a period, how it moves, and what it is compared with. */
@NullMarked
package org.scrutineer.web.indicators;

import org.jspecify.annotations.NullMarked;
