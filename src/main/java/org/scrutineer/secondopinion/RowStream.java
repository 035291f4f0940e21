package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one shape on their way to all who want them, so that each segment is read once however many figures use it. */
final class RowStream implements RowReceiver {

    private final Shape shape;
    private final List<RowReceiver> receivers = new ArrayList<>();

    RowStream(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    boolean isWanted() {
        return !receivers.isEmpty();
    }

    void to(RowReceiver receiver) {
        receivers.add(receiver);
    }

    @Override
    public void row(@Nullable Object[] row) {
        receivers.forEach(receiver -> receiver.row(row));
    }

    @Override
    public void end() {
        receivers.forEach(RowReceiver::end);
    }
}
