package io.hostpulse.collector.source.disk;

/**
 * How full a filesystem is. Used and free bytes do not add up to the total where blocks are reserved for root.
 *
 * @param total its size in bytes
 * @param used bytes in use
 * @param free bytes that anyone can still write
 * @param inodesTotal how many files it can hold; 0 when it has no such limit
 * @param inodesFree how many more
 */
record Space(long total, long used, long free, long inodesTotal, long inodesFree) {}
