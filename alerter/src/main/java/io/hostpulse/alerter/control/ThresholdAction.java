package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.ThresholdChange;
import io.hostpulse.alerter.journal.ThresholdKey;
import java.util.List;
import java.util.Optional;

/**
 * Changes a threshold. The answer itself is what is remembered of it.
 *
 * @param rules the rules in force
 */
record ThresholdAction(RulesInForce rules) implements Action {

    @Override
    public Done carryOut(Errand errand) throws RefusedException {
        errand.takesOnly("rule", "level", "value");
        ThresholdChange change = ThresholdChange.parse(errand.order().arguments());
        check(change);
        Optional<String> problem = rules.problem(change);
        if (problem.isPresent()) {
            throw new RefusedException(problem.get());
        }
        return new Done("", () -> rules.refresh(errand.now()));
    }

    // A threshold of a rule that is gone can still be taken back.
    private void check(ThresholdChange change) throws RefusedException {
        ThresholdKey key = change.key();
        List<String> names = rules.configured().names();
        boolean takenBack = change.value().isEmpty() && rules.isAdjusted(key);
        if (!takenBack && !names.contains(key.rule())) {
            throw Errand.unknown("rule", key.rule(), names);
        }
        if (!takenBack && !rules.configured().limits(key.rule()).containsKey(key.level())) {
            throw new RefusedException("the rule '" + key.rule() + "' has no threshold for " + key.level() + "; it has "
                    + rules.configured().limits(key.rule()).keySet());
        }
    }
}
