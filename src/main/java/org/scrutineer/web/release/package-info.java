/** What runs published on its way to those who get it: looked at, approved, issued, withdrawn. */
@NullMarked
package org.scrutineer.web.release;

import org.jspecify.annotations.NullMarked;
