/**
 * Renditions of what was published: the papers for meetings as PDF, made by the word processor that is installed. They are
 * no part of a publication, as another version of that program makes other bytes of the same paper.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "files", "intake", "publication"})
@NullMarked
package org.scrutineer.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
