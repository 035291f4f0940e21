package org.scrutineer.catalogue;

import java.nio.file.Path;

/** Where the catalogue was read from. */
public record CatalogueFolder(Path path) {}
