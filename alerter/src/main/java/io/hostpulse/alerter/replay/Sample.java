package io.hostpulse.alerter.replay;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;

/**
 * One record of a recording.
 *
 * @param stream its stream
 * @param time when it was sampled, epoch nanoseconds
 * @param sequence its number in the stream
 * @param reading what was read
 */
record Sample(StreamName stream, long time, long sequence, Reading reading) {}
