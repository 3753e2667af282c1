package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * NVIDIA's cards through their driver's library. When a card is lost, or the driver is gone, the library is closed and opened
 * again at later reads, because that is what a driver wants that was loaded again. Used by one thread at a time.
 */
final class NvmlBackend implements GpuBackend {

    /**
     * Opening again initialises all cards anew, which takes up to 3 s each where nothing else keeps them initialised: so it is
     * tried soon for a driver that was loaded again, and ever more rarely for a card that is lost for good.
     */
    private static final long FIRST_RETRY = Duration.ofSeconds(10).toNanos();

    private static final long LAST_RETRY = Duration.ofMinutes(10).toNanos();

    private final GpuOptions options;
    private final String library;
    private final PciBus bus;
    private final LongSupplier nanoTime;
    private final PcieMeter pcie = new PcieMeter();
    private final Map<String, NvmlCard> cards = new LinkedHashMap<>();

    private Optional<NvmlSession> session = Optional.empty();
    private String driverVersion = "";
    private String trouble = "";
    private boolean lossSeen;
    private long openedAt;
    private long retryAfter = FIRST_RETRY;

    private NvmlBackend(GpuOptions options, String library, PciBus bus, LongSupplier nanoTime) {
        this.options = options;
        this.library = library;
        this.bus = bus;
        this.nanoTime = nanoTime;
    }

    static NvmlBackend open(GpuOptions options, String library, PciBus bus, LongSupplier nanoTime)
            throws NoCardsException {
        NvmlBackend backend = new NvmlBackend(options, library, bus, nanoTime);
        backend.openSession();
        if (backend.cards.isEmpty()) {
            backend.close();
            throw new NoCardsException("its driver has no card for us");
        }
        return backend;
    }

    @Override
    public String name() {
        return BackendKind.NVML.word();
    }

    @Override
    public List<CardReading> read() {
        if (lossSeen && nanoTime.getAsLong() - openedAt >= retryAfter) {
            openAgain();
        }
        lossSeen = false;
        List<CardReading> readings = new ArrayList<>(cards.size());
        for (NvmlCard card : List.copyOf(cards.values())) {
            read(card).ifPresent(readings::add);
        }
        retryAfter = lossSeen ? retryAfter : FIRST_RETRY;
        return readings;
    }

    private void openAgain() {
        retryAfter = Math.min(LAST_RETRY, 2 * retryAfter);
        close();
        try {
            openSession();
        } catch (NoCardsException e) {
            trouble = e.getMessage();
        }
    }

    private void openSession() throws NoCardsException {
        openedAt = nanoTime.getAsLong();
        NvmlSession opened = NvmlSession.open(library);
        session = Optional.of(opened);
        try {
            driverVersion = opened.driverVersion();
            addCards(opened);
        } catch (NvmlException e) {
            close();
            throw new NoCardsException("its driver says " + e.getMessage());
        }
    }

    /** Where sysfs shows no card, as in WSL, the driver is asked, which would wake one that sleeps. */
    private void addCards(NvmlSession opened) throws NvmlException {
        bus.nvidiaCards().forEach(address -> addCard(opened, address));
        if (cards.isEmpty()) {
            opened.addresses().forEach(address -> addCard(opened, address));
        }
    }

    private void addCard(NvmlSession opened, String address) {
        NvmlCard card = cards.getOrDefault(address, new NvmlCard(address, BackendKind.NVML));
        try {
            if (!bus.isAsleep(address)) {
                card.attach(opened, driverVersion);
            }
            cards.put(address, card);
        } catch (NvmlException e) {
            // One that cannot be initialised is reported by the next read; someone else's is not ours to report.
            if (!e.saysHidden()) {
                cards.put(address, card);
            }
        }
    }

    /** Nothing when a card has woken that turns out to be someone else's. */
    private Optional<CardReading> read(NvmlCard card) {
        if (session.isEmpty()) {
            lossSeen = true;
            return Optional.of(card.lost(trouble));
        }
        if (bus.isAsleep(card.address())) {
            return Optional.of(card.asleep());
        }
        try {
            return Optional.of(measure(card, attached(card, session.get())));
        } catch (NvmlException e) {
            if (e.saysHidden() && !card.wasAttached()) {
                cards.remove(card.address());
                return Optional.empty();
            }
            lossSeen = true;
            return Optional.of(card.lost(e.getMessage()));
        }
    }

    private NvmlDevice attached(NvmlCard card, NvmlSession open) throws NvmlException {
        if (card.device().isEmpty()) {
            card.attach(open, driverVersion);
        }
        return card.device().orElseThrow();
    }

    private CardReading measure(NvmlCard card, NvmlDevice device) throws NvmlException {
        CardReading.Builder reading = card.reading();
        new NvmlMetrics(device).addTo(reading);
        reading.putAll(new NvmlMig(device).values());
        reading.put(CardField.PROCESSES, processes(device));
        if (options.pcie()) {
            reading.putAll(pcie.of(card.address()));
        }
        return reading.build(CardState.ACTIVE, "not asked for: pcie is false");
    }

    private Value processes(NvmlDevice device) throws NvmlException {
        return options.processes()
                ? new NvmlProcesses(device, driverVersion).list()
                : new Value.Missing("not asked for: processes is false");
    }

    @Override
    public void prepareNext() {
        if (options.pcie()) {
            Map<String, NvmlDevice> awake = new LinkedHashMap<>();
            cards.values().stream()
                    .filter(card -> !bus.isAsleep(card.address()))
                    .forEach(card -> card.device().ifPresent(device -> awake.put(card.address(), device)));
            pcie.measure(awake);
        }
    }

    @Override
    public void close() {
        cards.values().forEach(NvmlCard::detach);
        session.ifPresent(NvmlSession::close);
        session = Optional.empty();
    }
}
