/** Which units of systemd have failed. */
package io.hostpulse.collector.source.system.systemd;
