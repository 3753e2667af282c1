package io.hostpulse.collector.source.gpu;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The fields of one card, in the order in which they are written; each card has all of them, whoever reads it. */
enum CardField {
    NAME,
    DRIVER_VERSION,
    MEMORY_TOTAL,
    MEMORY_USED,
    MEMORY_FREE,
    GPU_USAGE_PERCENT,
    TEMPERATURE,
    POWER_DRAW,
    POWER_LIMIT,
    UUID,
    VENDOR,
    PCI_ADDRESS,
    BACKEND,
    STATE,
    MEMORY_USAGE_PERCENT,
    MEMORY_BANDWIDTH_PERCENT,
    FAN_PERCENT,
    CLOCK_GRAPHICS,
    CLOCK_SM,
    CLOCK_MEMORY,
    CLOCK_GRAPHICS_MAX,
    CLOCK_SM_MAX,
    CLOCK_MEMORY_MAX,
    PCIE_TX_BYTES_PER_SEC,
    PCIE_RX_BYTES_PER_SEC,
    ECC_CORRECTED_VOLATILE,
    ECC_UNCORRECTED_VOLATILE,
    ECC_CORRECTED_AGGREGATE,
    ECC_UNCORRECTED_AGGREGATE,
    THROTTLE_REASONS,
    PROCESSES,
    MIG_MODE,
    MIG_INSTANCES;

    private static final Set<CardField> IDENTITY = EnumSet.of(NAME, DRIVER_VERSION, UUID, VENDOR, PCI_ADDRESS, BACKEND);

    /** Whether it stays the same for as long as the card and its driver do. */
    boolean isIdentity() {
        return IDENTITY.contains(this);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
