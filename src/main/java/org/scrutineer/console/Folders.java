package org.scrutineer.console;

import java.nio.file.Path;

/** The folders one installation works with, the settings under {@code folders}; others serve another body. */
record Folders(Path input, Path output, Path catalogue) {

    Folders {
        input = input.toAbsolutePath().normalize();
        output = output.toAbsolutePath().normalize();
        catalogue = catalogue.toAbsolutePath().normalize();
    }
}
