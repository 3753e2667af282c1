package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.text.Glob;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code stream.key.key[glob].key}; a key with dots or brackets stands in double quotes. */
final class PathParser {

    private static final int MAX_SEGMENTS = 16;

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private int at;

    PathParser(String text) {
        this.text = text;
    }

    MetricPath parse() {
        String stream = word();
        if (!Glob.isPattern(stream) && !StreamName.isValid(stream)) {
            throw bad("must begin with the name of a stream, or a pattern such as '*'");
        }
        while (at < text.length()) {
            segments.add(segment());
        }
        if (segments.size() > MAX_SEGMENTS) {
            throw bad("is too deep: at most " + MAX_SEGMENTS + " steps");
        }
        return new MetricPath(text, new Glob(stream), List.copyOf(segments));
    }

    private Segment segment() {
        char first = text.charAt(at++);
        if (first == '[') {
            return elements();
        }
        if (first != '.') {
            throw bad("needs '.' or '[' before '" + text.substring(at - 1) + "'");
        }
        return at < text.length() && text.charAt(at) == '"' ? quoted() : key();
    }

    private Segment elements() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw bad("has '[' without ']'");
        }
        String identities = text.substring(at, end);
        at = end + 1;
        if (identities.isEmpty()) {
            throw bad("has '[]': write [*] for every element, or a pattern such as [eth*]");
        }
        return new Segment.Elements(new Glob(identities));
    }

    private Segment quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw bad("has a quote that does not end");
        }
        String name = text.substring(at + 1, end);
        at = end + 1;
        return new Segment.Key(name);
    }

    private Segment key() {
        String name = word();
        return Glob.isPattern(name) ? new Segment.Keys(new Glob(name)) : new Segment.Key(name);
    }

    private String word() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            at++;
        }
        if (at == start) {
            throw bad("has nothing where a name should be");
        }
        return text.substring(start, at);
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("'" + text + "' " + what);
    }
}
