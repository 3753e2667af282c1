package io.hostpulse.history;

import io.hostpulse.common.model.StreamName;

/**
 * Names a series: one number of one stream over time.
 *
 * @param stream the stream
 * @param path the field, with dots between levels and what an element of a list is called in brackets: {@code
 *     usage_percent}, {@code mounts[/home].percentage}, {@code per_core_usage[3]}
 */
public record SeriesKey(StreamName stream, String path) {

    @Override
    public String toString() {
        return stream + "." + path;
    }
}
