package org.scrutineer.console;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** A setting of the installation that the program cannot start with. */
final class WrongSetting {

    private WrongSetting() {}

    /** What is wrong with which setting, where that is why something failed. */
    static Optional<String> in(Throwable failure) {
        return cause(failure, BindException.class)
                .map(WrongSetting::sentence)
                .or(() -> cause(failure, PortInUseException.class).map(WrongSetting::sentence));
    }

    private static String sentence(PortInUseException taken) {
        return "Port " + taken.getPort() + " is in use, perhaps by another serve. Stop that, or set server.port in"
                + " config/application.yaml to a port that is free. Nothing was done.";
    }

    private static String sentence(BindException wrong) {
        ConfigurationProperty property = wrong.getProperty();
        if (property == null) {
            // The values were read, and whoever checked them says what is expected.
            Throwable reason = cause(wrong, IllegalArgumentException.class)
                    .map(Throwable.class::cast)
                    .orElse(wrong);
            return String.valueOf(reason.getMessage());
        }
        return "The setting " + property.getName() + " is \"" + property.getValue() + "\""
                + (property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")")
                + ", which it cannot be; config/application.yaml says what it may be. Nothing was done.";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
