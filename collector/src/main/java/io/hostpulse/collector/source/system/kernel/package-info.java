/** What the kernel counts: switches, interrupts, forks, faults, kills, handles, ids, and the pressure on its resources. */
package io.hostpulse.collector.source.system.kernel;
