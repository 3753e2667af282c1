package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.alerter.route.Remembered;
import io.hostpulse.common.alert.Alert;
import java.util.List;
import java.util.Map;

/** One entry of the journal. Entries in their order tell all that the alerter knows; a restart reads them and nothing else. */
public sealed interface Entry {

    /**
     * An alert changed, and this is how it stands now.
     *
     * @param event what happened, in a word: {@code fired}, {@code level}, {@code acknowledged}, {@code noted}, {@code
     *     flapping}, {@code calm}, {@code resolved}
     * @param alert the alert afterwards
     * @param reason why, where that is not plain; may be empty
     * @param context what else was going on; {@link AlertContext#NONE} unless it has just fired
     */
    record Changed(String event, Alert alert, String reason, AlertContext context) implements Entry {}

    /**
     * The router decided. What it remembers and what handlers are to send stand in one entry, so that a crash loses both or none.
     *
     * @param remembered what changed in the router's memory, in order
     * @param dispatches what is to be sent, in order
     */
    record Routed(List<Remembered> remembered, List<Dispatch> dispatches) implements Entry {
        /** Copies the lists. */
        public Routed {
            remembered = List.copyOf(remembered);
            dispatches = List.copyOf(dispatches);
        }
    }

    /**
     * A handler is done with something.
     *
     * @param receipt what became of it
     */
    record Done(Receipt receipt) implements Entry {}

    /**
     * A person asked for something, and it was done or refused.
     *
     * @param order what was asked for
     * @param refusal why it was not done; empty when it was
     * @param result what came of it, for whoever asked; may be empty
     */
    record Ordered(Order order, String refusal, String result) implements Entry {}

    /**
     * What people have set otherwise than it is configured, all of it, written again before the orders that said so are removed for
     * their age.
     *
     * @param thresholds values by rule and level
     * @param switches by handler, whether it sends
     */
    record Adjusted(Map<ThresholdKey, Double> thresholds, Map<String, Boolean> switches) implements Entry {
        /** Copies the maps. */
        public Adjusted {
            thresholds = Map.copyOf(thresholds);
            switches = Map.copyOf(switches);
        }
    }

    /**
     * Something happened because a person asked for it. What happened and that it was this order's doing stand in one entry: after a
     * crash before the answer, the order is answered and not carried out again.
     *
     * @param stream the control stream it came by
     * @param sequence its number there
     * @param result what will be answered
     * @param effect what happened; an order has one such entry at most
     */
    record ByOrder(String stream, long sequence, String result, Entry effect) implements Entry {}
}
