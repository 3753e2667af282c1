package io.hostpulse.collector.source.http;

import java.time.Duration;

/**
 * How far one read may go.
 *
 * @param timeout the time for all of it, redirects included
 * @param maxBody the largest body, in bytes
 * @param followRedirects whether it goes where an answer points
 */
record HttpLimits(Duration timeout, long maxBody, boolean followRedirects) {}
