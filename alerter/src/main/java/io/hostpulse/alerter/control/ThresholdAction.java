package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.ThresholdChange;
import io.hostpulse.alerter.journal.ThresholdKey;
import java.util.List;
import java.util.Optional;

/**
 * Changes thresholds of a rule. The answer itself is what is remembered of it.
 *
 * @param rules the rules in force
 */
record ThresholdAction(RulesInForce rules) implements Action {

    @Override
    public Done carryOut(Errand errand) throws RefusedException {
        errand.takesOnly("rule", "levels");
        ThresholdChange change = ThresholdChange.parse(errand.order().arguments());
        for (ThresholdKey key : change.keys()) {
            check(key, change.levels().get(key.level()).isEmpty());
        }
        Optional<String> problem = rules.problem(change);
        if (problem.isPresent()) {
            throw new RefusedException(problem.get());
        }
        return new Done("", () -> rules.refresh(errand.now()));
    }

    // A threshold of a rule that is gone can still be taken back.
    private void check(ThresholdKey key, boolean back) throws RefusedException {
        if (back && rules.isAdjusted(key)) {
            return;
        }
        List<String> names = rules.configured().names();
        if (!names.contains(key.rule())) {
            throw Errand.unknown("rule", key.rule(), names);
        }
        if (!rules.configured().limits(key.rule()).containsKey(key.level())) {
            throw new RefusedException("the rule '" + key.rule() + "' has no threshold for " + key.level() + "; it has "
                    + rules.configured().limits(key.rule()).keySet());
        }
    }
}
