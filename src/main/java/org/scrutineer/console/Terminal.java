package org.scrutineer.console;

import java.io.Console;
import java.util.Optional;

/** The terminal a person sits at. */
final class Terminal {

    private Terminal() {}

    /** None where input or output lead elsewhere, as at night. From Java 22 on a console is always there, and says so itself. */
    static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot ask the console whether it is a terminal", e);
        }
    }
}
