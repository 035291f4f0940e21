/** One return: what came, what became of it, how it was read, and what is to be read differently. */
@NullMarked
package org.scrutineer.web.returns;

import org.jspecify.annotations.NullMarked;
