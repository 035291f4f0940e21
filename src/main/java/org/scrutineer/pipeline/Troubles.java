package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.files.BlockedRenameException;
import org.scrutineer.secondopinion.FiguresDifferException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What stopped a run, as one sentence for the person who has to do something about it. */
public final class Troubles {

    /** Causes may go round in a circle. */
    private static final int DEEPEST = 20;

    /** What operating systems call a full disk. */
    private static final List<String> FULL =
            List.of("no space left", "not enough space", "disk full", "disk quota exceeded");

    private static final List<String> READ_ONLY =
            List.of("read-only file system", "permission denied", "access is denied");

    /** What H2 answers when it has been closed, or its connection has gone; class 08 is everybody's. */
    private static final List<Integer> LEDGER_GONE = List.of(90067, 90098, 90121, 90135);

    /** What PostgreSQL answers while it is shut down or started, and when an administrator ends the connection. */
    private static final List<String> SERVER_GONE = List.of("57P01", "57P02", "57P03");

    private static final String OURS = "org.scrutineer.";

    private Troubles() {}

    /** What happened, and what to do. */
    public static String sentence(Throwable failure) {
        return ofTheMachine(failure).orElseGet(() -> said(failure));
    }

    /**
     * The same for a mail, which may be read on its way: what the code says of itself may quote a return, and is left out.
     */
    public static String withoutQuotes(Throwable failure) {
        return ofTheMachine(failure).or(() -> differing(failure)).orElseGet(() -> unforeseen(failure));
    }

    private static Optional<String> ofTheMachine(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return full(causes)
                .or(() -> blocked(causes))
                .or(() -> notWritable(causes))
                .or(() -> missing(causes))
                .or(() -> ledgerGone(causes));
    }

    private static Optional<String> differing(Throwable failure) {
        return causes(failure).stream()
                .filter(FiguresDifferException.class::isInstance)
                .findFirst()
                .map(cause ->
                        "A headline figure came out differently when it was worked out a second time. The command run"
                                + " tries again, and says which.");
    }

    /** Where the program was, for whoever mends it. */
    private static String unforeseen(Throwable failure) {
        List<Throwable> causes = causes(failure);
        Throwable first = causes.get(causes.size() - 1);
        String where = Stream.of(first.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " in "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                        + frame.getMethodName())
                .orElse("");
        return "It is a fault that nobody foresaw (" + first.getClass().getSimpleName() + where
                + "). The command run tries again and says more; the log of the time says all.";
    }

    private static Optional<String> full(List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> says(cause, FULL))
                .findFirst()
                .map(cause -> "The disk is full" + at(causes)
                        + ". Make room on the disk of the output folder, then start again.");
    }

    private static Optional<String> blocked(List<Throwable> causes) {
        return causes.stream()
                .filter(BlockedRenameException.class::isInstance)
                .findFirst()
                .map(blocked -> blocked.getMessage() + ".");
    }

    private static Optional<String> notWritable(List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> cause instanceof AccessDeniedException
                        || cause instanceof ReadOnlyFileSystemException
                        || cause instanceof IOException && says(cause, READ_ONLY))
                .findFirst()
                .map(cause -> "The output folder cannot be written" + at(causes)
                        + ". Let the account that runs this write there, then start again.");
    }

    private static Optional<String> missing(List<Throwable> causes) {
        return causes.stream()
                .filter(NoSuchFileException.class::isInstance)
                .findFirst()
                .map(cause -> "A file or folder is not there any more" + at(causes)
                        + ". Bring it back, from the backup if need be, then start again.");
    }

    private static Optional<String> ledgerGone(List<Throwable> causes) {
        return causes.stream()
                .filter(Troubles::isLedgerGone)
                .findFirst()
                .map(cause -> "The ledger could not be reached. Find out whether its database, or the disk it is on,"
                        + " is there, then start again.");
    }

    /** Whether what failed did so because the ledger cannot be reached. */
    static boolean isOfTheLedger(Throwable failure) {
        return causes(failure).stream().anyMatch(Troubles::isLedgerGone);
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Troubles::cause)
                .limit(DEEPEST)
                .toList();
    }

    /** For a transaction that could not even be rolled back, why it was to be. */
    private static @Nullable Throwable cause(Throwable failure) {
        return failure instanceof TransactionSystemException unended && unended.getApplicationException() != null
                ? unended.getApplicationException()
                : failure.getCause();
    }

    private static boolean isLedgerGone(Throwable cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof SQLException failed
                        && (LEDGER_GONE.contains(failed.getErrorCode())
                                || failed.getSQLState() != null
                                        && (failed.getSQLState().startsWith("08")
                                                || SERVER_GONE.contains(failed.getSQLState())));
    }

    private static String at(List<Throwable> causes) {
        return causes.stream()
                .filter(FileSystemException.class::isInstance)
                .map(cause -> ((FileSystemException) cause).getFile())
                .filter(file -> file != null)
                .findFirst()
                .map(file -> ", at " + file)
                .orElse("");
    }

    private static boolean says(Throwable cause, List<String> words) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(message::contains);
    }

    /** What the code that failed says of itself. */
    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
