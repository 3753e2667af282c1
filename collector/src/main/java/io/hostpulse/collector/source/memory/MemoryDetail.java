package io.hostpulse.collector.source.memory;

import java.util.Locale;

/** What Linux tells of memory besides the amounts that every system has, in the order of the fields. */
enum MemoryDetail {
    PAGE_CACHE("Cached:"),
    SLAB_RECLAIMABLE("SReclaimable:"),
    SLAB_UNRECLAIMABLE("SUnreclaim:"),
    ACTIVE("Active:"),
    INACTIVE("Inactive:"),
    ANONYMOUS("AnonPages:"),
    MAPPED("Mapped:"),
    SHARED("Shmem:"),
    DIRTY("Dirty:"),
    WRITEBACK("Writeback:"),
    KERNEL_STACK("KernelStack:"),
    PAGE_TABLES("PageTables:"),
    COMMIT_LIMIT("CommitLimit:"),
    COMMITTED("Committed_AS:"),
    SWAP_CACHED("SwapCached:");

    private final String key;

    MemoryDetail(String key) {
        this.key = key;
    }

    /** How its line in /proc/meminfo begins. */
    String key() {
        return key;
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
