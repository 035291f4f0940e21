package org.scrutineer.crash.agent;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;

/** Has {@link Effects} told of every effect of the process it is attached to. */
public final class CrashAgent {

    private static final String FILES = "java.nio.file.Files";
    private static final String CHANNEL = "java.nio.channels.FileChannel";
    private static final String CHANNEL_OF_FILES = "sun.nio.ch.FileChannelImpl";
    private static final String CONNECTION = "com.zaxxer.hikari.pool.ProxyConnection";
    private static final String CONNECTIONS = "com.zaxxer.hikari.HikariDataSource";
    private static final String STEP = "org.springframework.batch.core.step.AbstractStep";
    private static final String TRANSPORT = "org.eclipse.angus.mail.smtp.SMTPTransport";
    private static final String CONFIG = "org.scrutineer.pipeline.PipelineConfig";
    private static final String ACCOUNT = "org.scrutineer.audit.OperatingSystemAccount";

    private CrashAgent() {}

    /**
     * Changes the classes that have effects, all of them now, and looks at no class that is loaded later: that would have the
     * virtual machine read each from its jar again, though it has them in its archive.
     */
    public static void premain(String arguments, Instrumentation instrumentation) throws ClassNotFoundException {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        var watched = new ArrayList<Class<?>>();
        for (String name :
                List.of(FILES, CHANNEL, CHANNEL_OF_FILES, CONNECTION, CONNECTIONS, STEP, TRANSPORT, CONFIG, ACCOUNT)) {
            watched.add(Class.forName(name, false, loader));
        }
        ClassFileTransformer transformer = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(new AgentBuilder.RedefinitionStrategy.DiscoveryStrategy.Explicit(
                        watched.toArray(Class<?>[]::new)))
                .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
                .ignore(none())
                .type(named(FILES))
                .transform(watch(Moving.class, named("move")))
                .transform(watch(Deleting.class, named("delete").or(named("deleteIfExists"))))
                .transform(watch(Making.class, named("createDirectory")))
                .transform(watch(Linking.class, named("createLink")))
                .transform(watch(Opening.class, named("newByteChannel").and(takesArgument(1, Set.class))))
                .type(named(CHANNEL))
                .transform(watch(Opening.class, named("open").and(takesArgument(1, Set.class))))
                .type(named(CHANNEL_OF_FILES))
                .transform(watch(Forcing.class, named("force")))
                .transform(watch(
                        Writing.class,
                        named("write").and(takesArgument(0, ByteBuffer.class)).and(not(isAbstract()))))
                .type(named(CONNECTION))
                .transform(watch(Committing.class, named("commit")))
                .transform(watch(Asking.class, named("prepareStatement").or(named("createStatement"))))
                .type(named(CONNECTIONS))
                .transform(watch(Asking.class, named("getConnection").and(takesArguments(0))))
                .type(named(STEP))
                .transform(watch(Stepping.class, named("execute")))
                .type(named(TRANSPORT))
                .transform(watch(Saying.class, named("sendCommand").and(takesArgument(0, String.class))))
                .transform(watch(HandingOver.class, named("finishData")))
                .type(named(CONFIG))
                .transform(watch(Timing.class, named("clock")))
                .type(named(ACCOUNT))
                .transform(watch(Acting.class, named("account")))
                .installOn(instrumentation);
        instrumentation.removeTransformer(transformer);
    }

    private static AgentBuilder.Transformer watch(Class<?> advice, ElementMatcher<? super MethodDescription> method) {
        return (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(advice).on(method));
    }

    static final class Moving {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Path target) throws IOException {
            Effects.beforeChange("rename", target);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class Deleting {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Path path) throws IOException {
            Effects.beforeChange("delete", path);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class Making {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Path path) throws IOException {
            Effects.beforeChange("folder", path);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class Linking {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Path path) throws IOException {
            Effects.beforeChange("link", path);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    /** Opening a file for reading changes nothing. */
    static final class Opening {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Path path, @Advice.Argument(1) Set<? extends OpenOption> options)
                throws IOException {
            if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
                Effects.beforeChange("open", path);
            }
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class Forcing {
        @Advice.OnMethodEnter
        static void enter() {
            Effects.before("force");
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class Writing {
        @Advice.OnMethodEnter
        static void enter(@Advice.FieldValue("path") String path, @Advice.Argument(0) ByteBuffer bytes)
                throws IOException {
            Effects.beforeWriting(path, bytes.remaining());
        }
    }

    static final class Committing {
        @Advice.OnMethodEnter
        static void enter(@Advice.This Connection connection) throws SQLException {
            if (Effects.isLedgerGone()) {
                throw new SQLTransientConnectionException("Connection refused", "08001");
            }
            Effects.before("commit");
            if (Effects.isLedgerAway("before")) {
                connection.rollback();
                throw new SQLTransientConnectionException("Connection reset", "08006");
            }
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() throws SQLException {
            boolean unheard = Effects.isLedgerAway("after");
            Effects.after();
            if (unheard) {
                throw new SQLTransientConnectionException("Connection reset", "08006");
            }
        }
    }

    static final class Asking {
        @Advice.OnMethodEnter
        static void enter() throws SQLException {
            if (Effects.isLedgerGone()) {
                throw new SQLTransientConnectionException("Connection refused", "08001");
            }
        }
    }

    static final class Stepping {
        @Advice.OnMethodEnter
        static void enter(@Advice.FieldValue("name") String name) {
            Effects.step(name);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.step(null);
        }
    }

    static final class Saying {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) String command) {
            Effects.before("say " + (command.indexOf(' ') < 0 ? command : command.substring(0, command.indexOf(' '))));
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Effects.after();
        }
    }

    static final class HandingOver {
        @Advice.OnMethodExit
        static void exit() {
            Effects.before("taken");
            Effects.after();
        }
    }

    static final class Timing {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Clock clock) {
            clock = Effects.clock(clock);
        }
    }

    static final class Acting {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) String account) {
            account = Effects.account(account);
        }
    }
}
