package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The options of the source {@code gpu}.
 *
 * @param backends the ways to read cards that may be tried
 * @param cards which cards are reported; none means all
 * @param processes whether programs that use a card are listed
 * @param pcie whether the traffic on a card's bus is measured
 * @param library name or path of NVIDIA's library; empty means the usual one
 */
record GpuOptions(List<BackendKind> backends, Globs cards, boolean processes, boolean pcie, String library) {

    private static final String AUTO = "auto";

    private static final Map<String, BackendKind> WORDS =
            List.of(BackendKind.values()).stream().collect(Collectors.toMap(BackendKind::word, kind -> kind));

    GpuOptions {
        backends = List.copyOf(backends);
    }

    static GpuOptions from(ConfigNode options) {
        return new GpuOptions(
                backends(options, options.texts("backends", List.of(AUTO))),
                new Globs(options.texts("cards", List.of())),
                options.flag("processes", true),
                options.flag("pcie", true),
                options.text("library", ""));
    }

    private static List<BackendKind> backends(ConfigNode options, List<String> words) {
        words.stream()
                .filter(word -> !word.equals(AUTO) && !WORDS.containsKey(word))
                .forEach(word -> options.problem("backends", unknown(word)));
        return words.contains(AUTO) || words.isEmpty()
                ? List.of(BackendKind.values())
                : List.of(BackendKind.values()).stream()
                        .filter(kind -> words.contains(kind.word()))
                        .toList();
    }

    private static String unknown(String word) {
        List<String> known =
                List.of(AUTO, BackendKind.NVML.word(), BackendKind.NVIDIA_SMI.word(), BackendKind.SYSFS.word());
        return "'" + word + "' is not one of " + String.join(", ", known) + Nearest.hint(word, known);
    }

    boolean wants(int id, CardReading card) {
        return cards.patterns().isEmpty()
                || cards.matches(Integer.toString(id))
                || cards.matches(card.key())
                || card.text(CardField.UUID).filter(cards::matches).isPresent()
                || card.text(CardField.NAME).filter(cards::matches).isPresent();
    }
}
