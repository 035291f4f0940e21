package org.scrutineer.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.HPSFPropertiesOnlyDocument;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The process that turns files our own reader does not know into packages it does (workbooks of Excel 97 to 2003, and
 * packages under a password), and calculates workbooks anew. It is started by {@link WorkerProcess}, answers one request after the other, and may die
 * of any of them.
 */
final class WorkbookWorker {

    /** Begins every answer, so that what anything else prints is not taken for one. */
    static final int MARK = 0x5C2A71EE;

    /** The answer where the target was written; otherwise the name of a {@link Refusal}, or {@link #DISK_FAILED}. */
    static final String WRITTEN = "WRITTEN";

    /** The answer where the target could not be written. */
    static final String DISK_FAILED = "DISK_FAILED";

    /** In place of a password's number where none was needed, or only Excel's own. */
    static final int NO_PASSWORD = -1;

    private WorkbookWorker() {}

    /** What is to be done with a file, and how often it is tried. */
    enum Task {
        /** The target is the package it is turned into. */
        CONVERT(2),
        /** The target is a {@link Recalculation.Done}. Nobody needs it enough to wait for another attempt. */
        RECALCULATE(1);

        private final int attempts;

        Task(int attempts) {
            this.attempts = attempts;
        }

        int attempts() {
            return attempts;
        }
    }

    /** What is done with an opened file; gives the outcome. */
    private interface Use<T> {
        String with(T opened) throws IOException;
    }

    /**
     * A file to work on.
     *
     * @param limitBytes of the package it is turned into
     * @param passwords to be tried after Excel's own
     */
    record Request(Task task, String file, String target, long limitBytes, List<String> passwords) {

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(task.name());
            out.writeUTF(file);
            out.writeUTF(target);
            out.writeLong(limitBytes);
            out.writeInt(passwords.size());
            for (String password : passwords) {
                out.writeUTF(password);
            }
            out.flush();
        }

        static Request read(DataInputStream in) throws IOException {
            Task task = Task.valueOf(in.readUTF());
            String file = in.readUTF();
            String target = in.readUTF();
            long limitBytes = in.readLong();
            List<String> passwords = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                passwords.add(in.readUTF());
            }
            return new Request(task, file, target, limitBytes, passwords);
        }

        /** Passwords are for nobody's eyes. */
        @Override
        public String toString() {
            return "Request[" + file + "]";
        }
    }

    /**
     * What became of it.
     *
     * @param password number of the one that opened it, from 0, or {@link #NO_PASSWORD}
     */
    record Answer(String outcome, int password) {

        void write(DataOutputStream out) throws IOException {
            out.writeInt(MARK);
            out.writeUTF(outcome);
            out.writeInt(password);
            out.flush();
        }

        /** @throws IOException also where what is read is no answer */
        static Answer read(DataInputStream in) throws IOException {
            if (in.readInt() != MARK) {
                throw new IOException("no answer of a worker");
            }
            return new Answer(in.readUTF(), in.readInt());
        }
    }

    /** Tells the disk's failures from the file's. */
    private static final class TargetStream extends FilterOutputStream {

        static final class FailedException extends IOException {

            private static final long serialVersionUID = 1L;

            FailedException(IOException cause) {
                super(cause);
            }
        }

        TargetStream(String target) throws FailedException {
            super(open(target));
        }

        private static OutputStream open(String target) throws FailedException {
            try {
                return new BufferedOutputStream(new FileOutputStream(target), 1 << 16);
            } catch (IOException e) {
                throw new FailedException(e);
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new FailedException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } catch (IOException e) {
                throw new FailedException(e);
            }
        }
    }

    /** Answers requests until there are no more. */
    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not stand between the answers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var in = new DataInputStream(System.in);
        new Answer(WRITTEN, NO_PASSWORD).write(out);
        while (true) {
            Request request;
            try {
                request = Request.read(in);
            } catch (EOFException noMore) {
                return;
            }
            answer(request).write(out);
        }
    }

    /** Errors (no memory left, too deep a recursion) end the process: what is left of it is not to be trusted. */
    private static Answer answer(Request request) {
        try {
            return switch (request.task()) {
                case CONVERT -> convert(request);
                case RECALCULATE -> recalculate(request);
            };
        } catch (TargetStream.FailedException e) {
            return new Answer(DISK_FAILED, NO_PASSWORD);
        } catch (EncryptedDocumentException e) {
            return refused(Refusal.ENCRYPTED);
        } catch (OldExcelFormatException e) {
            return refused(Refusal.EARLY_FORMAT);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // POI throws whatever it stumbles over, and says so of itself.
            return refused(Refusal.DAMAGED);
        }
    }

    private static Answer refused(Refusal refusal) {
        return new Answer(refusal.name(), NO_PASSWORD);
    }

    private static Answer convert(Request request) throws IOException, GeneralSecurityException {
        try (var file = new POIFSFileSystem(new File(request.file()), true)) {
            return unlock(file, request, content -> copy(content, request), workbook -> {
                // The workbook lets go of its properties where its other parts are not kept.
                SummaryInformation properties = new HPSFPropertiesOnlyDocument(file).getSummaryInformation();
                try (var target = new ScratchPackage(new TargetStream(request.target()))) {
                    new OldWorkbook(workbook, properties).write(target);
                }
                return WRITTEN;
            });
        }
    }

    private static String copy(InputStream content, Request request) throws IOException {
        try (OutputStream target = new TargetStream(request.target())) {
            long written = 0;
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                written += count;
                if (written > request.limitBytes()) {
                    return Refusal.TOO_LARGE.name();
                }
                target.write(buffer, 0, count);
            }
        }
        return WRITTEN;
    }

    private static Answer recalculate(Request request) throws IOException, GeneralSecurityException {
        // Our own reader has held it to our own limits already; empty rows pack better than POI thinks possible.
        ZipSecureFile.setMinInflateRatio(0);
        var file = new File(request.file());
        if (FileMagic.valueOf(file) != FileMagic.OLE2) {
            try (InputStream content = new BufferedInputStream(new FileInputStream(file))) {
                return new Answer(recalculate(content, request), NO_PASSWORD);
            }
        }
        try (var compound = new POIFSFileSystem(file, true)) {
            return unlock(
                    compound,
                    request,
                    content -> recalculate(content, request),
                    workbook -> write(Recalculator.recalculate(workbook), request));
        }
    }

    private static String recalculate(InputStream content, Request request) throws IOException {
        try (var workbook = new XSSFWorkbook(content)) {
            return write(Recalculator.recalculate(workbook), request);
        }
    }

    private static String write(Recalculation.Done done, Request request) throws IOException {
        try (var target = new DataOutputStream(new TargetStream(request.target()))) {
            done.write(target);
        }
        return WRITTEN;
    }

    /** Opens a package under a password or a workbook of Excel 97 to 2003, and has it used. */
    private static Answer unlock(POIFSFileSystem file, Request request, Use<InputStream> packed, Use<HSSFWorkbook> old)
            throws IOException, GeneralSecurityException {
        return file.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                ? decrypt(file, request, packed)
                : openOld(file, request, old);
    }

    private static Answer decrypt(POIFSFileSystem file, Request request, Use<InputStream> use)
            throws IOException, GeneralSecurityException {
        Decryptor decryptor = new EncryptionInfo(file).getDecryptor();
        int password = NO_PASSWORD;
        boolean open = decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD);
        for (int i = 0; !open && i < request.passwords().size(); i++) {
            password = i;
            open = decryptor.verifyPassword(request.passwords().get(i));
        }
        if (!open) {
            return refused(Refusal.ENCRYPTED);
        }
        try (InputStream content = decryptor.getDataStream(file)) {
            return new Answer(use.with(content), password);
        }
    }

    private static Answer openOld(POIFSFileSystem file, Request request, Use<HSSFWorkbook> use) throws IOException {
        // POI tries Excel's own password itself where none is set.
        Biff8EncryptionKey.setCurrentUserPassword(null);
        OldWorkbookStream.requireWhole(file);
        for (int password = NO_PASSWORD; ; password++) {
            try (var workbook = new HSSFWorkbook(file.getRoot(), file, false)) {
                return new Answer(use.with(workbook), password);
            } catch (EncryptedDocumentException e) {
                if (password + 1 == request.passwords().size()) {
                    return refused(Refusal.ENCRYPTED);
                }
                Biff8EncryptionKey.setCurrentUserPassword(request.passwords().get(password + 1));
            }
        }
    }
}
