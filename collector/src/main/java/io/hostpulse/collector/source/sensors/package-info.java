/** Temperatures, fans, voltages, currents and power of the chips that measure them; batteries and what feeds them. */
package io.hostpulse.collector.source.sensors;
