package io.hostpulse.broker.rest;

import io.hostpulse.common.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a request goes to. Nothing in it is a name of a file, and nothing is normalised: a path that would climb is refused.
 *
 * @param authority the host that an absolute target names
 * @param segments the parts of the path, decoded
 * @param query the parameters in their order, decoded
 */
public record Target(Optional<String> authority, List<String> segments, Map<String, String> query) {

    /** Copies the collections and keeps their order. */
    public Target {
        segments = List.copyOf(segments);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /**
     * Reads the target of a request line.
     *
     * @param raw a path with or without a query, or a whole URL
     * @return the target
     * @throws ProblemException when it is none, or is not encoded as it should be
     */
    public static Target parse(String raw) {
        Optional<String> authority = Optional.empty();
        String rest = raw;
        int scheme = schemeLength(raw);
        if (scheme > 0) {
            int path = firstOf(raw, "/?", scheme);
            authority = Optional.of(raw.substring(scheme, path));
            rest = path < raw.length() && raw.charAt(path) == '/' ? raw.substring(path) : "/" + raw.substring(path);
        }
        if (!rest.startsWith("/")) {
            throw ProblemException.badRequest("the target of a request must be a path that begins with '/'");
        }
        int question = rest.indexOf('?');
        String path = question < 0 ? rest : rest.substring(0, question);
        return new Target(authority, segments(path), question < 0 ? Map.of() : query(rest.substring(question + 1)));
    }

    private static int schemeLength(String raw) {
        for (String scheme : List.of("http://", "https://", "ws://", "wss://")) {
            if (raw.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme.length();
            }
        }
        return 0;
    }

    private static int firstOf(String text, String characters, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(1).split("/", -1)) {
            String segment = PercentEncoding.decode(raw);
            if (segment.equals(".") || segment.equals("..") || segment.indexOf('/') >= 0) {
                throw ProblemException.badRequest("a path has no '.', no '..' and no encoded '/' in it");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = PercentEncoding.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
                String value = PercentEncoding.decodeForm(equals < 0 ? "" : pair.substring(equals + 1));
                if (query.put(name, value) != null) {
                    throw ProblemException.badRequest("the parameter '" + Printable.brief(name) + "' is given twice");
                }
            }
        }
        return query;
    }
}
