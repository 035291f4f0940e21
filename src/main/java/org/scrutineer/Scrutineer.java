package org.scrutineer;

import org.scrutineer.console.CommandLineConsole;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Turns the Excel returns of many teams into performance figures a committee can trust. */
// Accounts are our own: without this, one with a password in the log would be made at each start. JSON is written
// without
// the mapper that Spring Boot would make, for which it looks through all classes at each start.
@SpringBootApplication(exclude = {UserDetailsServiceAutoConfiguration.class, JacksonAutoConfiguration.class})
public class Scrutineer {

    public static void main(String[] arguments) {
        System.exit(CommandLineConsole.execute(Scrutineer.class, arguments));
    }
}
