package org.scrutineer.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.scrutineer.audit.AuditAnchor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.audit.AuditVerdict;
import org.scrutineer.distribution.TrailCheck;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "Looks after the entries of who did what, when and why.",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand extends ConsoleCommand {

    @Override
    public Integer call() {
        spec().commandLine().usage(out());
        return ExitCode.WRONG_CONFIGURATION;
    }

    @Command(
            name = "verify",
            description =
                    "Says whether every entry is what was written, where it was written, and names the first that is"
                            + " not.",
            footer = {
                "",
                "Examples:",
                "  scrutineer audit verify",
                "  scrutineer audit verify --head 17:6b1f…",
                "",
                "Entries are held against the heads in the manifests of publications and in the releases, and against",
                "those you name: each mail carries one in its header X-Scrutineer-Audit-Head. Ends with 1 where an entry",
                "was changed, taken away, added or put elsewhere."
            })
    static final class Verify extends ConsoleCommand {

        @Option(names = "--head", paramLabel = "HEAD", description = "a head that was written down, e.g. in a mail")
        List<String> heads = new ArrayList<>();

        @Option(names = "--json", description = "prints JSON")
        boolean json;

        @Override
        public Integer call() throws IOException {
            var anchors = new ArrayList<AuditAnchor>();
            for (String head : heads) {
                anchors.add(new AuditAnchor(
                        "the head you named",
                        AuditHead.read(head)
                                .orElseThrow(() -> new WrongCommandException("\"" + head
                                        + "\" is no head; write one as mails have it, a number, a colon and 64 letters and"
                                        + " digits."))));
            }
            try (ConfigurableApplicationContext context = workplace().open()) {
                AuditVerdict verdict = context.getBean(TrailCheck.class).verify(anchors);
                out().println(json ? FileJson.audited(verdict) : verdict.sentence());
                return verdict instanceof AuditVerdict.Sound ? ExitCode.DONE : ExitCode.FINDINGS;
            }
        }
    }
}
