package org.gongkai.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 读一次、记住，直到被告知过时；读的途中过时的，不记。
 *
 * <p>A value read once and kept until {@link #forget()}. What was being read while it went stale is handed to its reader but never
 * kept, so that a slow reader cannot put the past back.
 */
public final class Remembered<T> {

    private final Supplier<T> read;
    private @Nullable T value;
    private long age;

    public Remembered(Supplier<T> read) {
        this.read = read;
    }

    public T get() {
        long before;
        synchronized (this) {
            if (value != null) {
                return value;
            }
            before = age;
        }
        T fresh = read.get();
        synchronized (this) {
            if (age == before) {
                value = fresh;
            }
        }
        return fresh;
    }

    /** 记得就用，不记得就现读，不记。 */
    public T knownOrFresh() {
        synchronized (this) {
            if (value != null) {
                return value;
            }
        }
        return read.get();
    }

    public synchronized void forget() {
        value = null;
        age++;
    }
}
