package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.ThresholdKey;
import io.hostpulse.alerter.rule.RuleSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of the configuration with the thresholds that people have set. Pure.
 *
 * @param rules the rules in force
 * @param leftOut the thresholds that do not fit, and why: their rule is gone, or was changed so that they would be impossible
 */
record AdjustedRules(RuleSet rules, Map<ThresholdKey, String> leftOut) {

    /** One threshold may only be possible with another: as long as any fits, the others get another chance. */
    static AdjustedRules of(RuleSet configured, Map<ThresholdKey, Double> thresholds) {
        Map<ThresholdKey, Double> waiting = new TreeMap<>(thresholds);
        AdjustedRules adjusted = new AdjustedRules(configured, Map.of());
        int before;
        do {
            before = waiting.size();
            adjusted = pass(adjusted.rules, waiting);
        } while (waiting.size() < before);
        return adjusted;
    }

    private static AdjustedRules pass(RuleSet start, Map<ThresholdKey, Double> waiting) {
        RuleSet rules = start;
        Map<ThresholdKey, String> leftOut = new TreeMap<>();
        for (Map.Entry<ThresholdKey, Double> one : Map.copyOf(waiting).entrySet()) {
            ThresholdKey key = one.getKey();
            try {
                rules = rules.withThreshold(key.rule(), key.level(), one.getValue());
                waiting.remove(key);
            } catch (IllegalArgumentException impossible) {
                leftOut.put(key, impossible.getMessage());
            }
        }
        return new AdjustedRules(rules, leftOut);
    }
}
