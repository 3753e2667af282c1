package io.hostpulse.broker.ws.frame;

import java.time.Duration;

/**
 * What a client may send.
 *
 * @param maxMessage the longest message in bytes, in one frame or in many
 * @param perSecond how many frames, of any kind
 * @param wholeWithin how long a message may be on its way
 */
public record InboundLimits(int maxMessage, int perSecond, Duration wholeWithin) {}
