package io.hostpulse.console.alerts;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name in which {@code *} stands for any characters and {@code ?} for one. */
record NamePattern(Pattern pattern) {

    static NamePattern of(String text) {
        return new NamePattern(Pattern.compile(
                text.codePoints().mapToObj(NamePattern::part).collect(Collectors.joining()), Pattern.DOTALL));
    }

    private static String part(int point) {
        return switch (point) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(point));
        };
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
