package org.scrutineer.workbook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The bytes of a part, as many as its zip entry declares and with the checksum it declares: {@link
 * java.util.zip.ZipFile} checks neither. Breaks with a {@link BrokenPartException}; any other {@link IOException} is
 * the disk's and comes as a {@link DiskException}.
 */
final class CheckedPartStream extends FilterInputStream {

    private final long declaredBytes;
    private final long declaredChecksum;
    private final CRC32 checksum = new CRC32();
    private final byte[] single = new byte[1];
    private long bytes;

    CheckedPartStream(InputStream in, long declaredBytes, long declaredChecksum) {
        super(in);
        this.declaredBytes = declaredBytes;
        this.declaredChecksum = declaredChecksum;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw new BrokenPartException(Refusal.DAMAGED);
        } catch (IOException e) {
            throw new DiskException(e);
        }
        if (count < 0) {
            if (bytes != declaredBytes || checksum.getValue() != declaredChecksum) {
                throw new BrokenPartException(Refusal.DAMAGED);
            }
            return count;
        }
        bytes += count;
        if (bytes > declaredBytes) {
            throw new BrokenPartException(Refusal.SUSPICIOUS);
        }
        checksum.update(buffer, offset, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return read() < 0 ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** What the disk said, told apart from what the parser says. */
    static final class DiskException extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException failure;

        DiskException(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
    }
}
