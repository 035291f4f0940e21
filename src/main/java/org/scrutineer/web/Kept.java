package org.scrutineer.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Some of what takes long to read and never changes, by all that it depends on: what was asked for last. May be used by
 * several threads; two that ask for one thing at the same time may both read it.
 */
public final class Kept<K, V> {

    private final Map<K, V> values;

    /** @param most how many are kept */
    public Kept(int most) {
        this.values = new LinkedHashMap<>(most, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
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
        synchronized (values) {
            values.put(key, value);
        }
        return value;
    }
}
