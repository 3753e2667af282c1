package io.hostpulse.alerter.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with placeholders in braces. What is put in is not looked through again.
 *
 * @param text for example <code>{severity} memory usage: {value}</code>
 */
record Template(String text) {

    static final List<String> PLACEHOLDERS = List.of(
            "severity",
            "component",
            "metric",
            "name",
            "value",
            "threshold",
            "level",
            "dimension",
            "where",
            "duration",
            "host",
            "reason",
            "rule");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    /** The names in braces that mean nothing. */
    List<String> unknown() {
        TreeSet<String> unknown = new TreeSet<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .forEach(unknown::add);
        return List.copyOf(unknown);
    }

    String fill(Map<String, String> values) {
        Function<MatchResult, String> value =
                match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group()));
        return PLACEHOLDER.matcher(text).replaceAll(value);
    }
}
