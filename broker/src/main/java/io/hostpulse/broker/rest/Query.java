package io.hostpulse.broker.rest;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a request, read strictly: a misspelt one would else be a filter that is silently not there. */
public final class Query {

    private final Map<String, String> given;

    Query(Map<String, String> given, String... known) {
        List<String> names = List.of(known);
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw ProblemException.badRequest(
                        "unknown parameter '" + Printable.brief(name) + "'" + known(name, names));
            }
        }
        this.given = given;
    }

    private static String known(String name, List<String> names) {
        return names.isEmpty()
                ? ": there are none here"
                : Nearest.hint(name, names) + "; known here: " + String.join(", ", names);
    }

    /**
     * Asks for a text.
     *
     * @param name the parameter
     * @return its value, if it is given and not empty
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Asks for a whole number.
     *
     * @param name the parameter
     * @param fallback its value when it is not given
     * @param min the least
     * @param max the most
     * @return its value
     * @throws ProblemException when it is none, or out of range
     */
    public int whole(String name, int fallback, int min, int max) {
        String value = given.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // is told like one that is out of range
        }
        throw ProblemException.badRequest(
                name + " must be a whole number from " + min + " to " + max + ", not '" + Printable.brief(value) + "'");
    }

    /**
     * Asks for one of some words, written in lower case.
     *
     * @param <T> the words
     * @param name the parameter
     * @param words the words
     * @return its value, if it is given
     * @throws ProblemException when it is none of them
     */
    public <T extends Enum<T>> Optional<T> choice(String name, Class<T> words) {
        return Optional.ofNullable(given.get(name)).map(value -> Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        name + " must be one of " + words(words) + ", not '" + Printable.brief(value) + "'")));
    }

    private static <T extends Enum<T>> String words(Class<T> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * Asks for a time.
     *
     * @param name the parameter
     * @param value its value
     * @return epoch nanoseconds
     * @throws ProblemException when it is none
     */
    public static long time(String name, String value) {
        try {
            return Rfc3339.parse(value);
        } catch (DateTimeException | ArithmeticException e) {
            throw ProblemException.badRequest(
                    name + " must be a time such as 2026-01-03T10:15:30Z, not '" + Printable.brief(value) + "'");
        }
    }
}
