/** Who has an account, and what it may do: for administrators, who see nothing else. */
@NullMarked
package org.scrutineer.web.accounts;

import org.jspecify.annotations.NullMarked;
