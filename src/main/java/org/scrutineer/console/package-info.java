/** What people use: the commands, what they print, and the settings they start with. */
@ApplicationModule
@NullMarked
package org.scrutineer.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
