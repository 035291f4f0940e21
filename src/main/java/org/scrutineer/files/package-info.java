/** How files and folders appear: whole, by one rename. Uses nothing, and is used by whoever writes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.scrutineer.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
