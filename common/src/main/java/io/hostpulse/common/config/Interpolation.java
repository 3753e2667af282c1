package io.hostpulse.common.config;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into values of the file: {@code ${NAME}}, {@code ${NAME:default}}, and {@code $${} for a plain {@code
 * ${}. It goes over the text once: what a variable holds is never interpreted. Messages name variables and never show the
 * text around them, which may be a secret.
 */
final class Interpolation {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{(?:(\\w+)(?::([^}]*))?\\})?");

    private final Environment environment;

    Interpolation(Environment environment) {
        this.environment = environment;
    }

    String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private String replacement(MatchResult found) {
        if (found.group().startsWith("$$")) {
            return "${";
        }
        if (found.group(1) == null) {
            throw new BadValueException("'${' must be followed by a variable's name and '}', as in ${NAME} or"
                    + " ${NAME:default}; write $${ for a plain '${'");
        }
        return environment.find(found.group(1)).orElseGet(() -> defaultOf(found));
    }

    private static String defaultOf(MatchResult found) {
        if (found.group(2) == null) {
            String name = found.group(1);
            throw new BadValueException(
                    "the variable " + name + " is not set: set it, or give a default as in ${" + name + ":default}");
        }
        return found.group(2);
    }
}
