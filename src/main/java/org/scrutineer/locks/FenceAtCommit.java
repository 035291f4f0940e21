package org.scrutineer.locks;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Asks before each commit of this process whether it still holds what it believes to hold. A transaction of a process that
 * stood still while another took its place is rolled back, whatever it has written.
 */
class FenceAtCommit implements TransactionExecutionListener {

    private final Locks locks;

    FenceAtCommit(Locks locks) {
        this.locks = locks;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isReadOnly()) {
            locks.requireHeld();
        }
    }
}
