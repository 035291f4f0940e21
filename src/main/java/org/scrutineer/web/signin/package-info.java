/** Signing in and out, and setting an account up by its link. */
@NullMarked
package org.scrutineer.web.signin;

import org.jspecify.annotations.NullMarked;
