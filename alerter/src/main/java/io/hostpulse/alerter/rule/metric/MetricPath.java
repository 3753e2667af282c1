package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.text.Glob;
import java.util.List;

/**
 * Says which values a rule is about: {@code memory.percentage}, {@code disk.mounts[*].percentage}, {@code
 * network.interfaces[eth*].errors_in_per_sec}, {@code textfile.values.*}, {@code *.state}; a stream's name alone means its
 * records as such. Immutable.
 */
public final class MetricPath {

    private final String text;
    private final Glob stream;
    private final List<Segment> segments;

    MetricPath(String text, Glob stream, List<Segment> segments) {
        this.text = text;
        this.stream = stream;
        this.segments = segments;
    }

    /**
     * Understands a path.
     *
     * @param text the path
     * @return what it means
     * @throws IllegalArgumentException when it is none; the message quotes it and says why
     */
    public static MetricPath parse(String text) {
        return new PathParser(text).parse();
    }

    /**
     * Tells whether values of a stream are meant.
     *
     * @param name the stream
     * @return whether the first part of the path matches it
     */
    public boolean matches(StreamName name) {
        return stream.matches(name.value());
    }

    /**
     * Tells whether several streams may be meant.
     *
     * @return whether the first part has a wildcard
     */
    public boolean hasManyStreams() {
        return Glob.isPattern(stream.pattern());
    }

    /**
     * Tells whether a snapshot may hold several such values.
     *
     * @return whether there is a wildcard behind the stream
     */
    public boolean hasManyValues() {
        return segments.stream().anyMatch(Segment::isWildcard);
    }

    /**
     * Tells whether the records as such are meant, and no value in them.
     *
     * @return whether the path ends with the stream
     */
    public boolean isStream() {
        return segments.isEmpty();
    }

    /**
     * Tells the name of the value.
     *
     * @return the last name in the path that is no wildcard; empty when there is none behind the stream
     */
    public String lastName() {
        String last = "";
        for (Segment segment : segments) {
            last = segment instanceof Segment.Key key ? key.name() : last;
        }
        return last;
    }

    List<Segment> segments() {
        return segments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricPath path && path.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
