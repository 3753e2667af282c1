package io.hostpulse.broker.fanout;

/**
 * What clients may do.
 *
 * @param maxClients how many may be connected at once
 * @param sendTimeout nanoseconds after which a client that takes nothing is closed
 * @param idleTimeout nanoseconds after which a client that gives no sign of life is closed; it is pinged after half of them
 */
public record AudienceLimits(int maxClients, long sendTimeout, long idleTimeout) {}
