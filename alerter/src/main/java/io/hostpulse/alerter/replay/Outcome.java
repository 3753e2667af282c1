package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.replay.Difference.Kind;
import java.util.List;

/**
 * What came of a replay.
 *
 * @param period what is told of
 * @param warmUpFrom from when on data was shown to the rules, so that they knew enough at the beginning of the period
 * @param alerts the alerts that would have been raised, by time
 * @param sendings the notifications that would have been sent, by time
 * @param sendingsLeftOut how many of them there were beyond the most that are kept
 * @param alertsLeftOut how many alerts there were beyond the most that are kept, in either
 * @param differences every alert of the replay and of reality, or each pair of them
 * @param reallySent how many notifications there really were
 * @param records how many records were replayed, those before the period included
 * @param unknown what the data could not tell, in sentences
 */
record Outcome(
        Period period,
        long warmUpFrom,
        List<Occurrence> alerts,
        List<Sending> sendings,
        long sendingsLeftOut,
        long alertsLeftOut,
        List<Difference> differences,
        long reallySent,
        long records,
        List<String> unknown) {

    Outcome {
        alerts = List.copyOf(alerts);
        sendings = List.copyOf(sendings);
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    long count(Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }
}
