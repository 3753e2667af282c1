package io.hostpulse.collector.source.network;

/**
 * One interface at one moment.
 *
 * @param name as the system names it
 * @param counters what it counted since it came up
 */
record InterfaceCounters(String name, Counters counters) {}
