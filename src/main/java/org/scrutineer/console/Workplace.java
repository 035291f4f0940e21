package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.backup.BackupException;
import org.scrutineer.backup.LedgerOpening;
import org.scrutineer.backup.LedgerUpgrade;
import org.scrutineer.backup.Restore;
import org.scrutineer.backup.RestoredLedger;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.pipeline.CatalogueCheck;
import org.scrutineer.records.RecordStore;
import org.scrutineer.web.SignedIn;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Opens what a command needs and no more: the settings alone, the catalogue, or the whole application with its ledger.
 * The catalogue is read and every expression in it tried before the application starts.
 */
final class Workplace {

    /** Hashes of catalogues whose expressions this process has tried: it takes seconds, and says the same each time. */
    private static final Set<String> FOUND_SOUND = ConcurrentHashMap.newKeySet();

    private static final String COMMAND_LINE = "command line";

    private final Class<?> application;
    private final Actor actor;
    private final Map<String, Object> overrides;
    private final PrintWriter err;

    /**
     * @param actor who gave the command
     * @param overrides settings given on the command line, e.g. {@code folders.input}
     * @param err takes what is to be said of opening it
     */
    Workplace(Class<?> application, Actor actor, Map<String, Object> overrides, PrintWriter err) {
        this.application = application;
        this.actor = actor;
        this.overrides = Map.copyOf(overrides);
        this.err = err;
    }

    /** The folders as command line, environment and {@code config/application.yaml} say; no application is started. */
    Folders folders() {
        return folders(environment());
    }

    private static Folders folders(StandardEnvironment environment) {
        return Binder.get(environment).bind("folders", Folders.class).get();
    }

    /** The database of a server that the settings name for the ledger; null where the ledger is a file. */
    @Nullable
    DataSource databaseOfLedger() {
        DataSourceProperties settings = Binder.get(environment())
                .bind("spring.datasource", DataSourceProperties.class)
                .get();
        return settings.determineUrl().startsWith("jdbc:h2:")
                ? null
                : settings.initializeDataSourceBuilder()
                        .type(SimpleDriverDataSource.class)
                        .build();
    }

    private StandardEnvironment environment() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource(COMMAND_LINE, overrides));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /**
     * Begins to write the log of a command that opened nothing which does.
     *
     * @return whether there is an output folder it can be written in
     */
    boolean openLog() {
        StandardEnvironment environment = environment();
        Path output = folders(environment).output();
        try {
            if (!Files.isDirectory(output) || !Files.isWritable(log(output))) {
                return false;
            }
        } catch (IOException notThere) {
            return false;
        }
        LoggingSystem logging = LoggingSystem.get(Workplace.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, LogFile.get(environment));
        return true;
    }

    private static Path log(Path output) throws IOException {
        Path log = output.resolve("log");
        PrivateFolders.create(log);
        return log;
    }

    /**
     * Reads the catalogue and tries its expressions.
     *
     * @throws MistakenCatalogueException with every mistake in it
     */
    Catalogue catalogue(Folders folders) throws IOException {
        RecordStore.prepare();
        return tried(read(folders));
    }

    /**
     * Reads the catalogue, and tries its expressions where the installation does not remember them as sound.
     *
     * @throws MistakenCatalogueException with every mistake in it
     */
    Catalogue soundCatalogue(Folders folders) throws IOException {
        Catalogue catalogue = read(folders);
        return new SoundCatalogue(folders.output()).is(catalogue) ? catalogue : tried(catalogue);
    }

    private static Catalogue read(Folders folders) throws IOException {
        CatalogueReading reading = CatalogueReader.read(folders.catalogue());
        if (reading instanceof CatalogueReading.Mistaken mistaken) {
            throw new MistakenCatalogueException(mistaken.problems());
        }
        return ((CatalogueReading.Read) reading).catalogue();
    }

    private static Catalogue tried(Catalogue catalogue) throws IOException {
        if (!FOUND_SOUND.contains(catalogue.hash())) {
            List<CatalogueProblem> problems = CatalogueCheck.ofExpressions(catalogue);
            if (!problems.isEmpty()) {
                throw new MistakenCatalogueException(problems);
            }
            FOUND_SOUND.add(catalogue.hash());
        }
        return catalogue;
    }

    /** The application over its ledger and folders. */
    ConfigurableApplicationContext open() throws IOException {
        Folders folders = folders();
        refuseUnfinishedRestore(folders);
        return open(folders, soundCatalogue(folders), WebApplicationType.NONE, actor);
    }

    /**
     * The same with its pages, at which people are at work as whom they have signed in.
     *
     * @param catalogue a sound one of these folders
     */
    ConfigurableApplicationContext openWithPages(Catalogue catalogue) throws IOException {
        RecordStore.prepare();
        Folders folders = folders();
        refuseUnfinishedRestore(folders);
        return open(folders, catalogue, WebApplicationType.SERVLET, new SignedIn(actor));
    }

    private static void refuseUnfinishedRestore(Folders folders) throws IOException {
        if (Restore.isUnfinished(folders.output())) {
            throw new WrongCommandException("A restore into " + folders.output()
                    + " was cut off, and what is there is not whole. Start the same restore again.");
        }
    }

    private ConfigurableApplicationContext open(
            Folders folders, Catalogue catalogue, WebApplicationType pages, Actor atWork) throws IOException {
        PrivateFolders.create(folders.output().resolve("ledger"));
        new SoundCatalogue(folders.output()).remember(catalogue);
        PrivateFolders.create(folders.output().resolve("records"));
        PrivateFolders.create(folders.output().resolve(".sessions"));
        var settings = new LinkedHashMap<>(overrides);
        settings.put("folders.input", folders.input().toString());
        settings.put("folders.output", folders.output().toString());
        if (!Files.isWritable(log(folders.output()))) {
            err.println("The log cannot be written in " + log(folders.output())
                    + ". Let this account write there: what goes wrong is told on this terminal alone.");
            settings.put("logging.file.name", "");
            settings.put("logging.threshold.console", "warn");
        }
        ConfigurableApplicationContext context = startAlone(settings, folders, catalogue, pages, atWork);
        try {
            context.getBean(LedgerUpgrade.class).told().ifPresent(err::println);
            context.getBean(RestoredLedger.class).settle().ifPresent(err::println);
            return context;
        } catch (IOException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private ConfigurableApplicationContext startAlone(
            Map<String, Object> settings, Folders folders, Catalogue catalogue, WebApplicationType pages, Actor atWork)
            throws IOException {
        try (LedgerOpening opening = LedgerOpening.of(folders.output())) {
            Objects.requireNonNull(opening);
            return start(settings, folders, catalogue, pages, atWork);
        } catch (BackupException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        }
    }

    /** The application over a ledger in memory and folders in {@code scratch}: what it does leaves no trace. */
    ConfigurableApplicationContext tryOut(Path scratch) throws IOException {
        Folders folders = folders();
        var settings = new LinkedHashMap<>(overrides);
        settings.put("folders.input", folders.input().toString());
        settings.put("folders.output", scratch.toString());
        // A log that vanishes with the scratch tells nobody anything.
        settings.put("logging.file.name", "");
        settings.put("logging.threshold.console", "error");
        settings.put("spring.datasource.url", "jdbc:h2:mem:tryout-" + scratch.getFileName() + ";DB_CLOSE_DELAY=-1");
        return start(settings, folders, soundCatalogue(folders), WebApplicationType.NONE, actor);
    }

    private ConfigurableApplicationContext start(
            Map<String, Object> settings,
            Folders folders,
            Catalogue catalogue,
            WebApplicationType pages,
            Actor atWork) {
        return new SpringApplicationBuilder(application)
                .web(pages)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Actor.class, () -> atWork);
                    beans.registerBean(Catalogue.class, () -> catalogue);
                    beans.registerBean(CatalogueFolder.class, () -> new CatalogueFolder(folders.catalogue()));
                })
                .run(arguments(settings));
    }

    /** As arguments, as the log is opened by what they say before any property source could be added. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
