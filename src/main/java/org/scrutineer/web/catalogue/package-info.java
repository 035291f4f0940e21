/** The pages of what is expected and how figures are defined: as it stands, what is wrong with it, and how it was before. */
@NullMarked
package org.scrutineer.web.catalogue;

import org.jspecify.annotations.NullMarked;
