package org.scrutineer.backup;

/** A backup that cannot be made or restored, in whole sentences for whoever asked for it. */
public final class BackupException extends Exception {

    private static final long serialVersionUID = 1L;

    BackupException(String sentences) {
        super(sentences);
    }
}
