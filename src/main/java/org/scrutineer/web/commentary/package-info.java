/** The pages on which those who answer for figures say why they are as they are, and what is done. */
@NullMarked
package org.scrutineer.web.commentary;

import org.jspecify.annotations.NullMarked;
