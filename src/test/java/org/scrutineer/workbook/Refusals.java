package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Refusals {

    private Refusals() {}

    /** Why {@code reading} ended. */
    static Refusal refusalOf(ThrowingCallable reading) {
        return catchThrowableOfType(UnreadableWorkbookException.class, reading).refusal();
    }
}
