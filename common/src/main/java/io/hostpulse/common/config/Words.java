package io.hostpulse.common.config;

import io.hostpulse.common.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values that are one of a few words. */
final class Words {

    private static final List<String> YES = List.of("true", "yes", "on");
    private static final List<String> NO = List.of("false", "no", "off");

    private Words() {}

    static boolean flag(Given given) {
        String word = given.text().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw given.bad("is neither true nor false");
        }
        return YES.contains(word);
    }

    static <E extends Enum<E>> Parser<E> oneOf(Class<E> choices) {
        List<E> constants = Arrays.asList(choices.getEnumConstants());
        return given -> constants.stream()
                .filter(constant -> word(constant).equals(given.text().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> none(given, constants));
    }

    private static BadValueException none(Given given, List<? extends Enum<?>> constants) {
        List<String> words = constants.stream().map(Words::word).toList();
        String hint = Nearest.hint(given.text(), words);
        return given.bad("is not one of " + String.join(", ", words) + hint);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
