package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The traffic on the cards' buses. The driver counts for 20 ms at each call, two calls a card, so it is asked between the
 * reads, and a read shows what was measured last. Used by one thread.
 */
final class PcieMeter {

    static final Value NOT_YET = new Value.Missing("not measured yet: it is measured between two reads");

    /** 4 cards are 160 ms. With more of them each has its turn at a later read. */
    private static final int CARDS_AT_A_TIME = 4;

    // nvmlPcieUtilCounter_t
    private static final int SENT = 0;
    private static final int RECEIVED = 1;

    private final Map<String, Map<CardField, Value>> measured = new HashMap<>();
    private final Deque<String> turn = new ArrayDeque<>();

    Map<CardField, Value> of(String address) {
        return measured.getOrDefault(
                address, Map.of(CardField.PCIE_TX_BYTES_PER_SEC, NOT_YET, CardField.PCIE_RX_BYTES_PER_SEC, NOT_YET));
    }

    void measure(Map<String, NvmlDevice> devices) {
        measured.keySet().retainAll(devices.keySet());
        turn.retainAll(devices.keySet());
        addNew(devices.keySet());
        for (int i = Math.min(CARDS_AT_A_TIME, turn.size()); i > 0; i--) {
            String address = turn.remove();
            turn.add(address);
            measured.put(address, measure(devices.get(address)));
        }
    }

    private void addNew(Collection<String> addresses) {
        addresses.stream().filter(address -> !turn.contains(address)).forEach(turn::add);
    }

    private static Map<CardField, Value> measure(NvmlDevice device) {
        try {
            return Map.of(
                    CardField.PCIE_TX_BYTES_PER_SEC,
                    device.unsigned(Units::kilobytes, "nvmlDeviceGetPcieThroughput", SENT),
                    CardField.PCIE_RX_BYTES_PER_SEC,
                    device.unsigned(Units::kilobytes, "nvmlDeviceGetPcieThroughput", RECEIVED));
        } catch (NvmlException lost) {
            // The next read finds it lost and says so for the whole card.
            Value missing = new Value.Missing(lost.getMessage());
            return Map.of(CardField.PCIE_TX_BYTES_PER_SEC, missing, CardField.PCIE_RX_BYTES_PER_SEC, missing);
        }
    }
}
