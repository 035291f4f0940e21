package org.scrutineer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoppingTests {

    private final List<Object> told = new ArrayList<>();
    private int asked;
    private final Stopping stopping = new Stopping(() -> asked++, told::add);

    @Test
    void whatIsAskedToStopIsAskedOnceAndWhatComesAfterItIsNot() {
        assertThat(stopping.ask()).isFalse();

        try (Stopping.InHand first = stopping.begin()) {
            assertThat(first).isNotNull();
            assertThat(stopping.ask()).isTrue();
            assertThat(stopping.ask()).isFalse();
            assertThat(stopping.isAsked()).isTrue();
        }
        assertThat(asked).isEqualTo(1);
        assertThat(told).containsExactly(new RunStopping());

        try (Stopping.InHand next = stopping.begin()) {
            assertThat(next).isNotNull();
            assertThat(stopping.isAsked()).isFalse();
        }
    }

    @Test
    void whatIsBegunMeanwhileWaitsForItsTurn() {
        var begun = new AtomicBoolean();
        var second = new Thread(() -> {
            try (Stopping.InHand inHand = stopping.begin()) {
                begun.set(inHand != null);
            }
        });
        try (Stopping.InHand first = stopping.begin()) {
            assertThat(first).isNotNull();
            second.start();
            await().until(() -> second.getState() == Thread.State.WAITING);
            assertThat(begun).isFalse();
        }
        await().untilTrue(begun);
    }

    @Test
    void whereAllStopsWhatWaitedIsAskedToo() {
        stopping.start();
        stopping.stop();

        try (Stopping.InHand late = stopping.begin()) {
            assertThat(late).isNotNull();
            assertThat(stopping.isAsked()).isTrue();
        }
        assertThat(stopping.isRunning()).isFalse();
    }
}
