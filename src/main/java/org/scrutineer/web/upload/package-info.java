/** Uploading returns: what is a return of whoever uploads it goes into the drop folder, and is read there like all others. */
@NullMarked
package org.scrutineer.web.upload;

import org.jspecify.annotations.NullMarked;
