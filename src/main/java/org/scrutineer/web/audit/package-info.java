/** Who did what, when and why, and whether it is still what was written. */
@NullMarked
package org.scrutineer.web.audit;

import org.jspecify.annotations.NullMarked;
