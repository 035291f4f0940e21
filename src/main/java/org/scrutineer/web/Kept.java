package org.scrutineer.web;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Some of what takes long to read and never changes, by all that it depends on: what was asked for last. May be used by
 * several threads; two that ask for one thing at the same time may both read it.
 */
public final class Kept<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private final ToLongFunction<V> weight;
    private long kept;

    /** @param most how many are kept */
    public Kept(int most) {
        this(most, value -> 1);
    }

    /**
     * @param most what those that are kept weigh together; what weighs more by itself is not kept
     * @param weight of each, more than 0 and always the same
     */
    public Kept(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    /** Reads what is not kept. */
    @FunctionalInterface
    public interface Reading<V> {

        V read() throws IOException;
    }

    /** What is kept of this name, or else what is read now. */
    public V get(K key, Reading<V> reading) throws IOException {
        synchronized (values) {
            V value = values.get(key);
            if (value != null) {
                return value;
            }
        }
        V value = reading.read();
        if (weight.applyAsLong(value) <= most) {
            synchronized (values) {
                keep(key, value);
            }
        }
        return value;
    }

    private void keep(K key, V value) {
        V before = values.put(key, value);
        kept += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
        Iterator<V> eldest = values.values().iterator();
        while (kept > most) {
            kept -= weight.applyAsLong(eldest.next());
            eldest.remove();
        }
    }
}
