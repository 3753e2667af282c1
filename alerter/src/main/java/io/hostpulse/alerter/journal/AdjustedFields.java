package io.hostpulse.alerter.journal;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The form of {@link Entry.Adjusted}: each as the arguments of the order that would say it. */
final class AdjustedFields {

    private AdjustedFields() {}

    static Fields of(Entry.Adjusted adjusted) {
        return Fields.builder()
                .put("entry", "adjusted")
                .put(
                        "thresholds",
                        new TreeMap<>(adjusted.thresholds())
                                .entrySet().stream()
                                        .map(one -> threshold(one.getKey(), one.getValue()))
                                        .toList())
                .put(
                        "handlers",
                        new TreeMap<>(adjusted.switches())
                                .entrySet().stream()
                                        .map(one -> handler(one.getKey(), one.getValue()))
                                        .toList())
                .build();
    }

    private static Fields threshold(ThresholdKey key, double value) {
        return Fields.builder()
                .put("rule", key.rule())
                .put("levels", Fields.builder().put(key.level().name(), value).build())
                .build();
    }

    private static Fields handler(String name, boolean enabled) {
        return Fields.builder().put("handler", name).put("enabled", enabled).build();
    }

    static Entry.Adjusted parse(Fields fields) {
        Map<ThresholdKey, Double> thresholds = new TreeMap<>();
        elements(fields, "thresholds").forEach(one -> ThresholdChange.parse(one).in(thresholds));
        Map<String, Boolean> switches = new TreeMap<>();
        elements(fields, "handlers").stream()
                .map(HandlerSwitch::parse)
                .forEach(one -> switches.put(one.handler(), one.enabled()));
        return new Entry.Adjusted(thresholds, switches);
    }

    private static List<Fields> elements(Fields fields, String name) {
        return ((Value.Sequence)
                        fields.get(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent")))
                .values().stream().map(Fields.class::cast).toList();
    }
}
