/** The page of one's own account. */
@NullMarked
package org.scrutineer.web.account;

import org.jspecify.annotations.NullMarked;
