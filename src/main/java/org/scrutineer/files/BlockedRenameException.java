package org.scrutineer.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Something could not be given its name for seconds, as whatever has it open does not let go. */
public final class BlockedRenameException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    BlockedRenameException(Path unfinished, Path target, FileSystemException cause) {
        super(unfinished.toString(), target.toString(), null);
        initCause(cause);
    }

    @Override
    public String getMessage() {
        return getFile() + " cannot be renamed to " + getOtherFile()
                + ": it or a file in it is open in another program,"
                + " or the account that runs this may not write there. Close it, on other machines too where this is a"
                + " share, then start again";
    }
}
