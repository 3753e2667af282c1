package io.hostpulse.collector.source.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * How something is, and why.
 *
 * @param health the worst of what was found
 * @param reasons why it is not healthy, for a person; empty when it is
 */
record Judgement(Health health, List<String> reasons) {

    static final Judgement HEALTHY = new Judgement(Health.HEALTHY, List.of());

    Judgement {
        reasons = List.copyOf(reasons);
    }

    Judgement and(Health found, String reason) {
        List<String> all = new ArrayList<>(reasons);
        all.add(reason);
        return new Judgement(health.worse(found), all);
    }
}
