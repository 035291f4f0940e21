package org.scrutineer.audit;

/**
 * The account that this process belongs to, as the operating system says. The property {@code user.name} is asked only
 * where the system does not say, as anybody can set it on Java's command line.
 */
public final class OperatingSystemAccount implements Actor {

    @Override
    public String account() {
        return ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name", "unknown"));
    }
}
