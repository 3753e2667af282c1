package io.hostpulse.broker.rest.http;

import java.time.Duration;

/**
 * What connections may do before they are WebSockets.
 *
 * @param requestWithin how long a connection may take for a whole request, with its body
 * @param connections how many there may be
 * @param perAddress how many from one address
 */
public record HttpLimits(Duration requestWithin, int connections, int perAddress) {}
