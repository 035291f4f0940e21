package org.scrutineer.records;

/** The record store failed where it must not: a full disk, or a defect. Nothing a sender of returns can put right. */
public class RecordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordsException(String message, Throwable cause) {
        super(message, cause);
    }
}
