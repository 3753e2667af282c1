package io.hostpulse.common.config;

import java.util.function.Function;

/** What is allowed, both ends included, and how to write it with its unit. */
record Range<T extends Comparable<T>>(T min, T max, Function<T, String> format) {

    T check(Given given, T value) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw given.bad("is out of range: it must be from " + format.apply(min) + " to " + format.apply(max));
        }
        return value;
    }
}
