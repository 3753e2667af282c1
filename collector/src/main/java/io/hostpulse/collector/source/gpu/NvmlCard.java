package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One card for as long as the collector lives, through sleep and loss. Used by one thread. */
final class NvmlCard {

    static final String ASLEEP = "asleep: asking the card would wake it";

    private final String address;
    /** What does not change, so that it can be told of a card that sleeps or is lost. */
    private final Map<CardField, Value> identity = new EnumMap<>(CardField.class);

    private Optional<NvmlDevice> device = Optional.empty();

    NvmlCard(String address, BackendKind backend) {
        this.address = address;
        identity.put(CardField.PCI_ADDRESS, new Value.Text(address));
        identity.put(CardField.VENDOR, new Value.Text("NVIDIA"));
        identity.put(CardField.BACKEND, new Value.Text(backend.word()));
    }

    String address() {
        return address;
    }

    Optional<NvmlDevice> device() {
        return device;
    }

    /** Initialises the card in a session; waking it, if it sleeps. */
    void attach(NvmlSession session, String driverVersion) throws NvmlException {
        NvmlDevice found = session.device(address);
        identity.put(CardField.DRIVER_VERSION, new Value.Text(driverVersion));
        identity.put(CardField.UUID, found.text("nvmlDeviceGetUUID"));
        identity.put(CardField.NAME, found.text("nvmlDeviceGetName"));
        device = Optional.of(found);
    }

    /** Whether the driver has ever let us have it. */
    boolean wasAttached() {
        return identity.containsKey(CardField.UUID);
    }

    void detach() {
        device = Optional.empty();
    }

    CardReading.Builder reading() {
        return CardReading.of(address).putAll(identity);
    }

    CardReading asleep() {
        return reading().build(CardState.ASLEEP, ASLEEP);
    }

    CardReading lost(String reason) {
        detach();
        return reading().build(CardState.LOST, reason);
    }
}
