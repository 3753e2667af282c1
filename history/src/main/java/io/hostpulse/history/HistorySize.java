package io.hostpulse.history;

/**
 * What the history takes on the disk.
 *
 * @param usedBytes what is in it
 * @param freeBytes what was given up inside the file and is used again, or given back to the disk bit by bit
 */
public record HistorySize(long usedBytes, long freeBytes) {

    static HistorySize of(Database database) {
        long page = database.number("pragma page_size").orElseThrow();
        long pages = database.number("pragma page_count").orElseThrow();
        long free = database.number("pragma freelist_count").orElseThrow();
        return new HistorySize((pages - free) * page, free * page);
    }
}
