/** How a month stands: what is expected and came, what waits for whom, runs, releases, meetings, mail. */
@NullMarked
package org.scrutineer.web.months;

import org.jspecify.annotations.NullMarked;
