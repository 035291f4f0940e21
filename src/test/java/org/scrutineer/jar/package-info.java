/** What is proved on the packaged jar, as a user starts it: in processes of its own, which can be killed. */
@NullMarked
package org.scrutineer.jar;

import org.jspecify.annotations.NullMarked;
