package io.hostpulse.exporter.host;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.StreamName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses streams.
 *
 * @param globs names in which {@code *} stands for anything; {@code !} before one leaves out what fits it; empty for every stream
 *     of measurements, which leaves out {@code alerts} and what people order
 */
public record StreamFilter(List<String> globs) {

    private static final Pattern GLOB = Pattern.compile("!?[a-z0-9_*-]{1,63}");
    private static final String NOT = "!";
    private static final Pattern OWN = Pattern.compile("alerts|control-.*");

    /** Copies the list. */
    public StreamFilter {
        globs = List.copyOf(globs);
    }

    static StreamFilter read(ConfigNode node, List<String> usual) {
        List<String> globs = node.texts("streams", usual);
        for (String glob : globs) {
            if (!GLOB.matcher(glob).matches()) {
                node.problem(
                        "streams",
                        "'" + glob + "' fits no stream: use lower-case letters, digits, '_', '-' and '*' for anything,"
                                + " after a '!' for those to leave out");
            }
        }
        return new StreamFilter(globs);
    }

    /**
     * Tells whether a stream is chosen.
     *
     * @param stream any stream
     * @return whether it is
     */
    public boolean takes(StreamName stream) {
        if (globs.isEmpty()) {
            return !OWN.matcher(stream.value()).matches();
        }
        return globs.stream().anyMatch(glob -> fits(glob, stream.value()))
                && globs.stream()
                        .filter(glob -> glob.startsWith(NOT))
                        .noneMatch(glob -> fits(glob.substring(NOT.length()), stream.value()));
    }

    private static boolean fits(String glob, String stream) {
        return expression(glob).matcher(stream).matches();
    }

    private static Pattern expression(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
