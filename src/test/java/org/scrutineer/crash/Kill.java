package org.scrutineer.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How a process is killed.
 *
 * @param effect the line of {@code Effects} at which it ends; empty where only time tells
 * @param afterMillis since it was started; only where no effect is named
 */
record Kill(String effect, long afterMillis) {

    private static final int IN_TEN = 10;

    /**
     * Kills for one attempt: the first as likely at any kind of effect, however rare it is, at any effect, or at any time;
     * now and then what comes after it is killed once more.
     */
    static List<Kill> of(SplittableRandom random, Undisturbed.Done undisturbed) {
        var kills = new ArrayList<Kill>();
        List<String> effects = undisturbed.effects();
        int kind = random.nextInt(IN_TEN);
        if (kind < 5) {
            List<String> kinds = effects.stream().map(Kill::kind).distinct().toList();
            String chosen = kinds.get(random.nextInt(kinds.size()));
            List<String> alike =
                    effects.stream().filter(line -> kind(line).equals(chosen)).toList();
            kills.add(new Kill(alike.get(random.nextInt(alike.size())), 0));
        } else if (kind < 7) {
            kills.add(new Kill(effects.get(random.nextInt(effects.size())), 0));
        } else {
            kills.add(atAnyTime(random, undisturbed));
        }
        if (random.nextInt(IN_TEN) < 2) {
            kills.add(atAnyTime(random, undisturbed));
        }
        return kills;
    }

    private static Kill atAnyTime(SplittableRandom random, Undisturbed.Done undisturbed) {
        return new Kill("", random.nextLong(undisturbed.millis() / IN_TEN, undisturbed.millis()));
    }

    /** The line without how many of its kind came before. */
    static String kind(String line) {
        return line.replaceAll(" \\d+ (before|after)$", " $1");
    }

    /** Waits for its time, and kills a process that has not ended by then. */
    void in(Process process) throws InterruptedException {
        if (effect.isEmpty() && !process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public String toString() {
        return effect.isEmpty() ? "after " + afterMillis + " ms" : "at \"" + effect + "\"";
    }
}
