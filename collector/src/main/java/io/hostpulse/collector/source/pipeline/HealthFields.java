package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.model.Fields;
import java.util.ArrayList;
import java.util.List;

/** Shows how Hostpulse is as a whole: as its worst process is. */
final class HealthFields {

    private HealthFields() {}

    static void addTo(Fields.Builder fields, List<Observation> all) {
        Health worst = Health.HEALTHY;
        List<String> warnings = new ArrayList<>();
        for (Observation process : all) {
            Judgement judgement = process.judgement();
            worst = worst.worse(judgement.health());
            if (!judgement.health().isGood()) {
                judgement
                        .reasons()
                        .forEach(reason -> warnings.add(process.status().name() + ": " + reason));
            }
        }
        fields.put("health", worst.label());
        fields.put("is_healthy", worst.isGood());
        fields.put("warnings", ProcessFields.texts(warnings));
    }
}
