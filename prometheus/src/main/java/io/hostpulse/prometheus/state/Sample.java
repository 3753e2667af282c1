package io.hostpulse.prometheus.state;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Fields;

/**
 * The newest record of a stream.
 *
 * @param kind whether it holds data or the reason why there is none
 * @param sampleTime epoch nanoseconds
 * @param sequence its number in its stream
 * @param fields its payload
 */
public record Sample(RecordKind kind, long sampleTime, long sequence, Fields fields) {}
