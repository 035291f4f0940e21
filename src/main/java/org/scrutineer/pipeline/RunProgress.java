package org.scrutineer.pipeline;

import java.util.Map;
import java.util.Optional;

/**
 * How far a run is, as the ledger tells it, whichever process works on it.
 *
 * @param returns how many it looks at
 * @param checked how many of them have a verdict
 * @param step the one it has come to, from 1; 0 where it has begun none
 * @param steps how many there are
 * @param doing what is done in it, e.g. {@code reading and checking returns}; empty where it has begun none
 */
public record RunProgress(int returns, int checked, int step, int steps, String doing) {

    private static final Map<String, String> DOING = Map.ofEntries(
            Map.entry("readAndCheckReturns", "reading and checking returns"),
            Map.entry("settleReturns", "settling which returns count"),
            Map.entry("compareReturns", "comparing returns with each other and with last month's"),
            Map.entry("calculateIndicators", "calculating indicators"),
            Map.entry("recomputeHeadlines", "working headline figures out a second time"),
            Map.entry("reconcile", "comparing figures with what teams stated"),
            Map.entry("collectExplanations", "collecting explanations"),
            Map.entry("publish", "writing and publishing workbooks"),
            Map.entry("renderPapers", "making papers into PDF"),
            Map.entry("answerTeams", "answering teams"),
            Map.entry("askOwners", "asking for explanations"),
            Map.entry("send", "sending mail"));

    static RunProgress of(int returns, int checked, Optional<String> step) {
        return new RunProgress(
                returns,
                checked,
                step.map(name -> ConsolidationJob.STEPS.indexOf(name) + 1).orElse(0),
                ConsolidationJob.STEPS.size(),
                step.map(name -> DOING.getOrDefault(name, "")).orElse(""));
    }
}
