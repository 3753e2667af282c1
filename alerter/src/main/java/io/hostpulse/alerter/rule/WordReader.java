package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one of a few words that are written with underscores, as rules have always written them. */
final class WordReader {

    private final ConfigNode node;

    WordReader(ConfigNode node) {
        this.node = node;
    }

    <E extends Enum<E>> E read(String key, E usual) {
        Map<String, E> words = words(usual.getDeclaringClass());
        Optional<String> written = node.optionalText(key).map(text -> text.toLowerCase(Locale.ROOT));
        if (written.isEmpty() || words.containsKey(written.get())) {
            return written.map(words::get).orElse(usual);
        }
        String hint = Nearest.hint(written.get(), words.keySet());
        node.problem(key, "must be one of " + String.join(", ", words.keySet()) + hint);
        return usual;
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> choices) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(choices.getEnumConstants())
                .forEach(word -> words.put(word.name().toLowerCase(Locale.ROOT), word));
        return words;
    }
}
