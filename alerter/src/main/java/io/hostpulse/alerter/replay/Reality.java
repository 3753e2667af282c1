package io.hostpulse.alerter.replay;

import java.util.List;

/**
 * What really happened, as the journal tells it.
 *
 * @param alerts those that were on in the period
 * @param deeds what people did until its end, oldest first
 * @param notifications how many notifications handlers were given in the period
 * @param troubles what is missing in the journal, in sentences
 * @param leftOut how many alerts there were beyond the most that are kept
 */
record Reality(List<Occurrence> alerts, List<Deed> deeds, long notifications, List<String> troubles, long leftOut) {

    Reality {
        alerts = List.copyOf(alerts);
        deeds = List.copyOf(deeds);
        troubles = List.copyOf(troubles);
    }
}
