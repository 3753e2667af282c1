package io.hostpulse.common.config;

/** Understands one kind of value. */
@FunctionalInterface
interface Parser<T> {

    /** Returns what is meant, or throws {@link BadValueException} saying what to write instead. */
    T parse(Given given);
}
