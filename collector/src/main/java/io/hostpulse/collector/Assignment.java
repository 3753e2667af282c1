package io.hostpulse.collector;

import java.util.List;

/**
 * What a collector has to sample.
 *
 * @param sources one, or the enabled ones of a group
 * @param grouped whether they share this process
 */
record Assignment(List<ConfiguredSource> sources, boolean grouped) {

    Assignment {
        sources = List.copyOf(sources);
    }
}
