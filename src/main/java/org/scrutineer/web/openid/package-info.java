/** Signing in at the organisation's OpenID provider. Nothing of it exists where the settings name none. */
@NullMarked
package org.scrutineer.web.openid;

import org.jspecify.annotations.NullMarked;
