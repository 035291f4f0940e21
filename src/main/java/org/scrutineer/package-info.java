/** The application; each package below it is a stage a return passes through. */
@NullMarked
package org.scrutineer;

import org.jspecify.annotations.NullMarked;
