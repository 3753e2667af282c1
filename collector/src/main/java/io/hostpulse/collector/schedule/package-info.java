/** When a source is read: aligned to the wall clock, with a deadline, measured the same way for all. */
package io.hostpulse.collector.schedule;
