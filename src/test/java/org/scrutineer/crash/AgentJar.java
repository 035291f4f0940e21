package org.scrutineer.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import org.scrutineer.crash.agent.CrashAgent;
import org.scrutineer.crash.agent.Effects;

/**
 * The agent: what the virtual machine's own classes call is in a jar of its own, which they can see.
 *
 * @param effects that jar
 */
record AgentJar(Path agent, Path effects) {

    private static final List<String> ADVICE = List.of(
            "",
            "$Moving",
            "$Deleting",
            "$Making",
            "$Linking",
            "$Opening",
            "$Forcing",
            "$Writing",
            "$Committing",
            "$Asking",
            "$Stepping",
            "$Saying",
            "$HandingOver",
            "$Timing",
            "$Acting");

    /** Packs both. */
    static AgentJar in(Path folder) throws IOException {
        Path effects = folder.resolve("effects.jar");
        pack(effects, new Attributes(), List.of(Effects.class.getName()));
        var attributes = new Attributes();
        attributes.putValue("Premain-Class", CrashAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Can-Redefine-Classes", "true");
        attributes.putValue("Class-Path", jarOf(ByteBuddy.class).toUri().toString());
        Path agent = folder.resolve("agent.jar");
        pack(
                agent,
                attributes,
                ADVICE.stream().map(name -> CrashAgent.class.getName() + name).toList());
        return new AgentJar(agent, effects);
    }

    /** The option that shows the jar of effects to the virtual machine, as it was when the archive of classes was made. */
    List<String> ownClasses() {
        return List.of("-Xbootclasspath/a:" + effects);
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path jar, Attributes attributes, List<String> classes) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putAll(attributes);
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest)) {
            for (String name : classes) {
                String entry = name.replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = AgentJar.class.getClassLoader().getResourceAsStream(entry)) {
                    Objects.requireNonNull(in, entry).transferTo(out);
                }
            }
        }
    }
}
