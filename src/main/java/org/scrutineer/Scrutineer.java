package org.scrutineer;

import org.scrutineer.console.CommandLineConsole;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Turns the Excel returns of many teams into performance figures a committee can trust. */
@SpringBootApplication
public class Scrutineer {

    public static void main(String[] arguments) {
        System.exit(CommandLineConsole.execute(Scrutineer.class, arguments));
    }
}
