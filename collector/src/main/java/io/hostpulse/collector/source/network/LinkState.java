package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;
import java.util.OptionalLong;

/**
 * What changes rarely about an interface.
 *
 * @param up whether it can carry traffic now
 * @param speed what the link was negotiated to, in megabits per second; virtual interfaces and those without link have none
 * @param loopback whether its traffic never leaves the host
 */
record LinkState(Value up, OptionalLong speed, boolean loopback) {}
