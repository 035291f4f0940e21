package org.scrutineer.web.upload;

import java.time.Instant;
import java.util.List;

/**
 * What somebody uploaded.
 *
 * @param account of who did
 */
record Upload(long number, String account, Instant at, List<File> files) {

    Upload {
        files = List.copyOf(files);
    }

    /** What became of a file at the door. */
    enum Outcome {
        /** It was put into the drop folder. */
        TAKEN,
        /** Its very bytes had been received before; nothing was done. */
        KNOWN,
        /** It was not kept. */
        REFUSED
    }

    /**
     * A file.
     *
     * @param name ours, which is near to what its sender calls it
     * @param hash SHA-256 of its bytes; empty where it was refused
     * @param refusal why it was refused, as sentences; empty where it was not
     */
    record File(String name, String hash, Outcome outcome, String refusal) {}
}
