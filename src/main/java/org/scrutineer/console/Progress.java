package org.scrutineer.console;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.scrutineer.pipeline.RunStarted;
import org.scrutineer.pipeline.RunStopping;
import org.scrutineer.validation.ReturnChecked;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Shows how far a run is: a bar on a terminal, a line a return elsewhere. */
final class Progress implements ApplicationListener<PayloadApplicationEvent<?>>, AutoCloseable {

    private final PrintWriter out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private int toCheck;
    private int checked;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof RunStarted started) {
            close();
            begin(started);
        } else if (event.getPayload() instanceof ReturnChecked returned) {
            advance(returned);
        } else if (event.getPayload() instanceof RunStopping) {
            close();
            out.println("Stopping at the next safe point, between two returns or two steps. Once more, and it stops at"
                    + " once; nothing is lost by that either.");
        }
    }

    private void begin(RunStarted started) {
        toCheck = started.toCheck();
        checked = 0;
        String what = started.run().period().title() + ", run " + started.run().number();
        out.println(what + (started.resumed() ? ", which was cut off, goes on: " : ": ")
                + Words.count(toCheck, "return") + " to check");
        if (terminal && toCheck > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(started.run().period().toString())
                    .setInitialMax(toCheck)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
    }

    private void advance(ReturnChecked returned) {
        checked++;
        if (bar != null) {
            bar.step();
        } else {
            out.println("  " + checked + " of " + toCheck + "  " + returned.fileName() + ": "
                    + returned.verdict().id().replace('-', ' '));
        }
        if (checked == toCheck) {
            close();
            out.println("  calculating and publishing");
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        out.flush();
    }
}
