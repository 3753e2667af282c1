package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Adjustments;
import io.hostpulse.alerter.journal.ThresholdChange;
import io.hostpulse.alerter.journal.ThresholdKey;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.RuleSet;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that the engine follows: those of the configuration, with the thresholds that people have set. Used by the engine's
 * thread.
 */
public final class RulesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final RuleEngine engine;
    private final Adjustments adjustments;
    private RuleSet configured;

    /**
     * Begins with an engine that follows {@link #adjusted}.
     *
     * @param configured the rules of the configuration
     * @param engine the engine
     * @param adjustments what people have set otherwise
     */
    public RulesInForce(RuleSet configured, RuleEngine engine, Adjustments adjustments) {
        this.configured = configured;
        this.engine = engine;
        this.adjustments = adjustments;
    }

    /**
     * Finds the rules to follow. What does not fit is left out, and said.
     *
     * @param configured the rules of the configuration
     * @param adjustments what people have set otherwise
     * @return the rules in force
     */
    public static RuleSet adjusted(RuleSet configured, Adjustments adjustments) {
        AdjustedRules adjusted = AdjustedRules.of(configured, adjustments.thresholds());
        adjusted.leftOut()
                .forEach((key, why) -> LOG.warn(
                        "the {} threshold that was set for rule {} does not hold: {}", key.level(), key.rule(), why));
        return adjusted.rules();
    }

    /**
     * Goes over to another configuration, with the thresholds that people have set as far as they fit.
     *
     * @param rules the rules of the configuration
     * @param now the present time, epoch nanoseconds
     */
    public void configure(RuleSet rules, long now) {
        configured = rules;
        refresh(now);
    }

    /** Follows what people have set by now. */
    void refresh(long now) {
        engine.reload(adjusted(configured, adjustments), now);
    }

    /** The rules of the configuration alone. */
    RuleSet configured() {
        return configured;
    }

    boolean isAdjusted(ThresholdKey key) {
        return adjustments.thresholds().containsKey(key);
    }

    /** Why a change is impossible, if it is. What did not fit before is not its fault. */
    Optional<String> problem(ThresholdChange change) {
        Map<ThresholdKey, Double> thresholds = adjustments.thresholds();
        Map<ThresholdKey, String> before =
                AdjustedRules.of(configured, thresholds).leftOut();
        change.in(thresholds);
        Map<ThresholdKey, String> after =
                AdjustedRules.of(configured, thresholds).leftOut();
        return after.entrySet().stream()
                .filter(one -> change.keys().contains(one.getKey()) || !before.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
