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

    /** 读到的，和开始读时是第几代。 What was read, and of which age. */
    public record Reading<T>(T value, long age) {}

    /** 记得就用，不记得就现读，不记；读的人确知没有改过，再用 {@link #keep} 记住。 */
    public Reading<T> knownOrFresh() {
        long before;
        synchronized (this) {
            before = age;
            if (value != null) {
                return new Reading<>(value, before);
            }
        }
        return new Reading<>(read.get(), before);
    }

    /** 这期间没有过时的，记住。 */
    public synchronized void keep(Reading<T> reading) {
        if (age == reading.age()) {
            value = reading.value();
        }
    }

    public synchronized void forget() {
        value = null;
        age++;
    }
}
