package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.distribution.Postman;
import org.scrutineer.locks.WorkInProgressException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "send",
        description = "Issues what is approved and whose embargo has passed, and sends the mail that waits, each once.",
        footer = {
            "",
            "Examples:",
            "  scrutineer send",
            "  scrutineer send --again 17 --reason \"the clerk says it never came\"",
            "",
            "A mail that was cut off while it was handed over may have been sent: it is shown, and sent again only if you",
            "say so. Ends with 1 where something was not issued, or waits for a person."
        })
final class SendCommand extends TellingCommand {

    @Option(names = "--again", paramLabel = "NUMBER", description = "sends this mail again; needs --reason")
    @Nullable
    Long again;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is sent again; it is kept")
    @Nullable
    String reason;

    @Override
    public Integer call() throws IOException {
        boolean reasoned = reason != null && !reason.isBlank();
        if ((again != null) != reasoned) {
            throw new WrongCommandException(
                    again == null
                            ? "A --reason is given with --again only."
                            : "Say why it is sent again: --reason \"…\".");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            Postman postman = context.getBean(Postman.class);
            if (!postman.mistakes().isEmpty()) {
                throw new WrongCommandException(
                        "Nothing was issued or sent.\n" + String.join("\n", postman.mistakes()));
            }
            if (again != null) {
                context.getBean(Outbox.class)
                        .again(again, String.valueOf(reason).strip());
            }
            List<Issuing.Issue> issues = context.getBean(Issuing.class).issueDue();
            List<Delivery> sent = postman.send().deliveries();
            tell(() -> OutcomeJson.sent(issues, sent), () -> print(issues, sent));
            boolean open = issues.stream().anyMatch(issue -> !issue.isIssued())
                    || sent.stream().anyMatch(delivery -> delivery.state().waitsForAPerson());
            return open ? ExitCode.FINDINGS : ExitCode.DONE;
        } catch (NotReleasedException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        } catch (WorkInProgressException e) {
            String sentence = "No mail was sent: " + e.getMessage() + ".";
            spec().commandLine().getErr().println(sentence);
            if (json) {
                out().println(OutcomeJson.failed(ExitCode.FAILED, List.of(sentence)));
            }
            return ExitCode.FAILED;
        }
    }

    private void print(List<Issuing.Issue> issues, List<Delivery> sent) {
        issues.forEach(issue -> print(issue, out()));
        sent.forEach(delivery -> out().println(ReleaseText.of(delivery)));
        if (issues.isEmpty() && sent.isEmpty()) {
            out().println("There was nothing to issue or to send.");
        }
    }

    private static void print(Issuing.Issue issue, PrintWriter out) {
        if (issue.isIssued()) {
            out.println("Issued: " + issue.release().subject() + ".");
            ReleaseText.notTold(issue).ifPresent(out::println);
        } else {
            out.println("Not issued: " + issue.release().subject() + ". " + issue.notIssued());
        }
    }
}
