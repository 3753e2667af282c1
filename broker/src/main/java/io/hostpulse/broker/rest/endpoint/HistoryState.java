package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.common.model.Fields;

/** Says whether there is a history, in every answer about the past: an empty one may have three reasons. */
final class HistoryState {

    private HistoryState() {}

    static Fields of(HistoryDesk history, boolean isThere) {
        if (!history.isRecorded()) {
            return state("off", "the history is switched off: nothing new comes into it");
        }
        return isThere
                ? Fields.builder().put("state", "ok").build()
                : state(
                        "absent",
                        "nothing is in the history yet: it begins some seconds after the exporter first runs with it");
    }

    private static Fields state(String state, String reason) {
        return Fields.builder().put("state", state).put("reason", reason).build();
    }
}
