package org.scrutineer.validation;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Submission;
import org.springframework.batch.infrastructure.item.ItemReader;

/** A worker's share of the returns without a verdict, one by one. Where it stands is told by the ledger alone. */
class ReturnsToCheck implements ItemReader<Submission> {

    private final Iterator<Submission> returns;

    ReturnsToCheck(Iterator<Submission> returns) {
        this.returns = returns;
    }

    @Override
    public @Nullable Submission read() {
        return returns.hasNext() ? returns.next() : null;
    }
}
