package io.hostpulse.collector.source.pipeline;

import java.util.OptionalLong;

/**
 * What the system tells of a live process beyond its time on a processor. What it does not tell is empty.
 *
 * @param resident bytes in RAM, pages shared with others in full
 * @param threads its threads, those of the JVM included
 */
record Details(OptionalLong resident, OptionalLong threads) {

    static final Details NONE = new Details(OptionalLong.empty(), OptionalLong.empty());
}
