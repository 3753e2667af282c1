package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;

/**
 * A handler whose section was read.
 *
 * @param settings what all handlers have in common
 * @param opener opens it
 */
record ConfiguredHandler(HandlerSettings settings, HandlerType.Opener opener) {}
