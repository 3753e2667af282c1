package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The cards of AMD and Intel, whose drivers are a part of the kernel and show in sysfs what they measure. Used by one thread.
 */
final class SysfsBackend implements GpuBackend {

    static final Path LINUX = Path.of("/sys");

    private static final Set<String> AMD = Set.of("amdgpu");
    private static final Set<String> INTEL = Set.of("i915", "xe");

    private final List<Known> cards;

    private SysfsBackend(List<Known> cards) {
        this.cards = cards;
    }

    /**
     * One card.
     *
     * @param address where it is
     * @param device its folder
     * @param identity what does not change
     * @param card what reads it
     */
    private record Known(String address, SysfsFolder device, Map<CardField, Value> identity, SysfsCard card) {}

    static SysfsBackend open(Path sys, LongSupplier nanoTime) throws NoCardsException {
        List<Known> cards = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (SysfsFolder card : drmCards(sys)) {
            SysfsFolder device = card.in("device");
            String driver = PciBus.driver(device.path());
            if (AMD.contains(driver)) {
                cards.add(known(sys, device, driver, "AMD", new AmdCard(device)));
            } else if (INTEL.contains(driver)) {
                cards.add(known(sys, device, driver, "Intel", new IntelCard(card, device, nanoTime)));
            } else {
                others.add(card.name() + " (" + (driver.isEmpty() ? "no driver" : driver) + ")");
            }
        }
        if (cards.isEmpty()) {
            throw new NoCardsException(
                    others.isEmpty()
                            ? "no card of AMD or Intel"
                            : "no card of AMD or Intel, only " + String.join(", ", others));
        }
        return new SysfsBackend(cards);
    }

    /** card0, card1 and so on, without their connectors (card0-DP-1). */
    private static List<SysfsFolder> drmCards(Path sys) {
        return new SysfsFolder(sys.resolve("class/drm"))
                .children("card*").stream()
                        .filter(folder -> folder.name().matches("card\\d{1,4}"))
                        .sorted(Comparator.comparingInt(
                                folder -> Integer.parseInt(folder.name().substring("card".length()))))
                        .toList();
    }

    private static Known known(Path sys, SysfsFolder device, String driver, String vendor, SysfsCard card) {
        String address = address(device);
        Map<CardField, Value> identity = new EnumMap<>(CardField.class);
        String name = device.text("product_name").orElse(vendor + " " + model(device));
        identity.put(CardField.NAME, new Value.Text(name));
        device.text("unique_id").ifPresent(id -> identity.put(CardField.UUID, new Value.Text(id)));
        identity.put(CardField.VENDOR, new Value.Text(vendor));
        identity.put(CardField.PCI_ADDRESS, new Value.Text(address));
        identity.put(CardField.BACKEND, new Value.Text(BackendKind.SYSFS.word()));
        identity.put(CardField.DRIVER_VERSION, new Value.Text(driver + " " + version(sys, driver)));
        return new Known(address, device, identity, card);
    }

    private static String address(SysfsFolder device) {
        try {
            return device.path().toRealPath().getFileName().toString();
        } catch (IOException gone) {
            return device.path().toString();
        }
    }

    /** The numbers under which lists of PCI devices have its name. */
    private static String model(SysfsFolder device) {
        return hex(device, "vendor") + ":" + hex(device, "device");
    }

    private static String hex(SysfsFolder device, String file) {
        return device.text(file).map(text -> text.replaceFirst("^0x", "")).orElse("????");
    }

    /** A driver that is a part of the kernel has no version but the kernel's. */
    private static String version(Path sys, String driver) {
        String own = PciBus.line(sys.resolve("module").resolve(driver).resolve("version"));
        return own.isEmpty() ? System.getProperty("os.version", "") : own;
    }

    @Override
    public String name() {
        return BackendKind.SYSFS.word();
    }

    @Override
    public List<CardReading> read() {
        return cards.stream().map(SysfsBackend::read).toList();
    }

    private static CardReading read(Known known) {
        CardReading.Builder card = CardReading.of(known.address()).putAll(known.identity());
        if (!Files.isDirectory(known.device().path())) {
            return card.build(CardState.LOST, known.device().path() + " is gone: the card or its driver was removed");
        }
        if (PciBus.isAsleep(known.device().path())) {
            return card.build(CardState.ASLEEP, NvmlCard.ASLEEP);
        }
        known.card().addTo(card);
        return card.build(CardState.ACTIVE, "its driver does not show it in sysfs");
    }
}
