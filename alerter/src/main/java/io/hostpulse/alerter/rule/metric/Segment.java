package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.text.Glob;

/** One step of a path, from a value to what is inside it. */
sealed interface Segment {

    /** Into the field of this name. */
    record Key(String name) implements Segment {}

    /** Into each field whose name matches. */
    record Keys(Glob names) implements Segment {}

    /** Into each element of a list whose identity matches. */
    record Elements(Glob identities) implements Segment {}

    default boolean isWildcard() {
        return !(this instanceof Key);
    }
}
