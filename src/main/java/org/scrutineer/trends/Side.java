package org.scrutineer.trends;

import java.util.Optional;

/** Above or below the average; of a movement, up or down. */
public enum Side {
    HIGH,
    LOW;

    static Optional<Side> of(int sign) {
        return sign == 0 ? Optional.empty() : Optional.of(sign > 0 ? HIGH : LOW);
    }
}
