package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.scrutineer.Scrutineer;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.web.SignedIn;
import org.scrutineer.web.TestPages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * An installation whose program is at work, for tests of pages that ask it: after a run without figures of {@link #SAMPLE},
 * with an empty drop folder. It is opened once for all tests, which leave to each other what they change.
 */
public final class OpenInstallation {

    /** The return of First Response Team 1 for December 2018, with one thing to confirm. */
    public static final String SAMPLE = "2018-12/FRT1 Dec 18.xlsx";

    private static OpenInstallation opened;

    private final Installation installation;
    private final ConfigurableApplicationContext context;

    private OpenInstallation(Installation installation, ConfigurableApplicationContext context) {
        this.installation = installation;
        this.context = context;
    }

    public static synchronized OpenInstallation afterRun() {
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private static OpenInstallation open() {
        try {
            Path folder = Files.createTempDirectory("scrutineer-open-");
            Installation installation = Installation.afterRunWithoutFiguresOf(folder, SAMPLE);
            ConfigurableApplicationContext context = new Workplace(
                            Scrutineer.class,
                            new SignedIn(() -> "scheduler"),
                            Map.of(
                                    "folders.input", installation.input().toString(),
                                    "folders.output", installation.output().toString(),
                                    "folders.catalogue",
                                            installation.catalogue().toString(),
                                    // Closed by the hook below, not by one of its own at the same time.
                                    "spring.datasource.url",
                                            "jdbc:h2:file:"
                                                    + installation.output().resolve("ledger/scrutineer")
                                                    + ";DB_CLOSE_ON_EXIT=FALSE"),
                            new PrintWriter(System.err, true))
                    .open();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(context, folder)));
            return new OpenInstallation(installation, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ConfigurableApplicationContext context, Path folder) {
        try {
            context.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Installation installation() {
        return installation;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Pages of some rooms that ask this program for all these things. */
    public TestPages pages(Iterable<Class<?>> asked, Class<?>... rooms) {
        TestPages pages = TestPages.of(bean(Catalogue.class), rooms);
        asked.forEach(type -> give(pages, type));
        return pages;
    }

    private <T> void give(TestPages pages, Class<T> type) {
        pages.with(type, bean(type));
    }
}
