package io.hostpulse.tests.faults;

import java.util.List;
import java.util.Optional;

/**
 * What is to be thought of an outcome.
 *
 * @param word one word for the table
 * @param isAcceptable whether the campaign passes with it
 * @param reasons why, if there is more to say
 */
record Verdict(String word, boolean isAcceptable, List<String> reasons) {

    static Verdict of(Outcome outcome) {
        if (outcome.wasSkipped()) {
            return new Verdict("skipped", true, List.of());
        }
        List<String> missed = outcome.missed();
        if (missed.isEmpty()) {
            return new Verdict("met", true, List.of());
        }
        Optional<String> known = OpenGoals.reason(outcome.kind());
        known.ifPresent(reason -> missed.add("known: " + reason));
        return new Verdict(known.isPresent() ? "open" : "MISSED", known.isPresent(), missed);
    }
}
