package io.hostpulse.collector.source.gpu;

/** One card that is read from sysfs. It may keep what it needs for rates between two reads. Used by one thread. */
interface SysfsCard {

    /** Adds what the driver shows; only called while the card is awake. */
    void addTo(CardReading.Builder card);
}
