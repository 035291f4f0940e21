package org.scrutineer.secondopinion;

import org.jspecify.annotations.Nullable;

/** Takes rows one after another; none comes after the end. */
interface RowReceiver {

    void row(@Nullable Object[] row);

    default void end() {}
}
