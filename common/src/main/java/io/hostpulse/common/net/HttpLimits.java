package io.hostpulse.common.net;

import java.time.Duration;

/**
 * How far one question may go.
 *
 * @param timeout the time for all of it, redirects included
 * @param connectTimeout the time for one connection to be there, TLS not included
 * @param maxBody the largest body that is read, in bytes
 * @param needsBody whether an answer without its complete body is none; if not, its status is enough
 */
public record HttpLimits(Duration timeout, Duration connectTimeout, int maxBody, boolean needsBody) {}
