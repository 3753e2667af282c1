package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts the cards of all backends together. A card keeps its number for as long as the source is open, whatever becomes of the
 * others.
 */
final class GpuSource implements Source {

    private final List<GpuBackend> backends;
    private final GpuOptions options;
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    GpuSource(List<GpuBackend> backends, GpuOptions options) {
        this.backends = List.copyOf(backends);
        this.options = options;
    }

    @Override
    public Reading read() {
        List<CardReading> cards = wanted();
        if (cards.isEmpty()) {
            return new Reading.Unavailable("none of " + ids.size() + " cards matches sources.gpu.cards "
                    + options.cards().patterns());
        }
        if (cards.stream().allMatch(card -> card.state() == CardState.LOST)) {
            return new Reading.Failed(losses(cards));
        }
        return new Reading.Ok(fields(cards));
    }

    private List<CardReading> wanted() {
        List<CardReading> wanted = new ArrayList<>();
        for (GpuBackend backend : backends) {
            for (CardReading card : backend.read()) {
                int id = ids.computeIfAbsent(card.key(), key -> ids.size());
                if (options.wants(id, card)) {
                    wanted.add(card);
                }
            }
        }
        return wanted;
    }

    private static String losses(List<CardReading> cards) {
        return cards.stream()
                .map(card -> card.text(CardField.NAME).orElse("the card") + " at " + card.key() + ": "
                        + card.loss().orElse("lost"))
                .collect(Collectors.joining("; "));
    }

    private Fields fields(List<CardReading> cards) {
        List<Value> elements = new ArrayList<>(cards.size());
        cards.forEach(card -> elements.add(card.fields(ids.get(card.key()))));
        return Fields.builder()
                .put("count", cards.size())
                .put("backend", backends.stream().map(GpuBackend::name).collect(Collectors.joining(", ")))
                .put("gpus", elements)
                .build();
    }

    @Override
    public void prepareNext() {
        backends.forEach(GpuBackend::prepareNext);
    }

    @Override
    public void close() {
        backends.forEach(GpuBackend::close);
    }
}
