package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where something was published.
 *
 * @param publisher blank where the title says it
 * @param licence under which it may be printed here; blank where none is told
 */
public record PublishedSource(String title, String publisher, String licence, Optional<LocalDate> published) {}
