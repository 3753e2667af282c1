package io.hostpulse.broker.fanout;

/**
 * What clients may do.
 *
 * @param maxClients how many may be connected at once
 * @param sendTimeout nanoseconds after which a client that takes nothing is closed
 */
public record AudienceLimits(int maxClients, long sendTimeout) {}
