package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.scrutineer.audit.Actor;
import org.scrutineer.backup.LedgerTransfer;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.intake.InUse;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Opens {@link Trial}s. Archive and records are linked where the file system can, which takes no room and little time. */
@Component
class Trials {

    /** Held by the process that a trial's folder belongs to. */
    private static final String IN_USE = ".in-use";

    /** Who holds which lock is not copied, as nobody works on the copy; nobody signs in to one, and it needs no secrets. */
    private static final Set<String> NOT_COPIED = Set.of(
            "work_lock",
            "working_process",
            "account",
            "account_role",
            "account_team",
            "account_office",
            "account_openid",
            "account_link",
            "recovery_code",
            "signed_in",
            "failed_sign_in");

    private final ApplicationContext application;
    private final DataSource ledger;
    private final Flyway migrations;
    private final PipelineProperties settings;

    Trials(ApplicationContext application, DataSource ledger, Flyway migrations, PipelineProperties settings) {
        this.application = application;
        this.ledger = ledger;
        this.migrations = migrations;
        this.settings = settings;
    }

    /** Changes a copy of the ledger before anything is done with it. */
    @FunctionalInterface
    interface Preparation {
        void of(DataSource copy);
    }

    /**
     * @param catalogue by which is worked, with the folder it was read from
     * @param input the drop folder
     */
    Trial open(Catalogue catalogue, CatalogueFolder catalogueFolder, Path input, Preparation preparation)
            throws IOException {
        Path all = settings.trials().toAbsolutePath().normalize();
        PrivateFolders.create(all);
        clear(all);
        Path folder = Files.createTempDirectory(all, "trial-");
        FileChannel inUse =
                FileChannel.open(folder.resolve(IN_USE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            inUse.lock();
            link(settings.catalogueArchive().toAbsolutePath().normalize(), folder.resolve("archive"));
            link(settings.records().toAbsolutePath().normalize(), folder.resolve("records"));
            String url = "jdbc:h2:file:" + folder.resolve("ledger").resolve("scrutineer");
            // Asked with the parameter that keeps it open between two connections.
            var copy = new DriverManagerDataSource(url + ";DB_CLOSE_DELAY=10");
            Flyway.configure()
                    .configuration(migrations.getConfiguration())
                    .dataSource(copy)
                    .load()
                    .migrate();
            LedgerTransfer.copy(ledger, copy, Trials::isCopied);
            preparation.of(copy);
            return new Trial(folder, inUse, start(folder, url, catalogue, catalogueFolder, input));
        } catch (IOException | RuntimeException e) {
            inUse.close();
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** How far jobs got is not copied either. */
    private static boolean isCopied(String table) {
        return !NOT_COPIED.contains(table) && !table.startsWith("batch_");
    }

    private ConfigurableApplicationContext start(
            Path folder, String url, Catalogue catalogue, CatalogueFolder catalogueFolder, Path input) {
        Map<String, Object> overrides = new LinkedHashMap<>();
        overrides.put("folders.input", input.toString());
        overrides.put("folders.output", folder.toString());
        overrides.put("spring.datasource.url", url);
        overrides.put("spring.datasource.username", "");
        overrides.put("spring.datasource.password", "");
        // The copy of the ledger holds mails that wait: nothing of a trial is sent, whatever server the settings name.
        overrides.put("mail.host", "");
        overrides.put("mail.outbox", folder.resolve("outbox").toString());
        Class<?> main = Objects.requireNonNull(
                application.getType(application.getBeanNamesForAnnotation(SpringBootApplication.class)[0]));
        return new SpringApplicationBuilder(org.springframework.util.ClassUtils.getUserClass(main))
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("trial", overrides));
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Actor.class, () -> application.getBean(Actor.class));
                    beans.registerBean(Catalogue.class, () -> catalogue);
                    beans.registerBean(CatalogueFolder.class, () -> catalogueFolder);
                })
                .run();
    }

    /** Removes what killed processes left behind. */
    private static void clear(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
            for (Path folder : folders) {
                if (!InUse.is(folder.resolve(IN_USE))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    /** Files in folders of one level or none, without what is hidden: a folder of segments for each dataset. */
    private static void link(Path from, Path to) throws IOException {
        PrivateFolders.create(to);
        if (!Files.isDirectory(from)) {
            return;
        }
        for (Path entry : visible(from)) {
            Path copy = to.resolve(entry.getFileName());
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                link(entry, copy);
            } else {
                linkFile(entry, copy);
            }
        }
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static void linkFile(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.copy(from, to);
        }
    }
}
