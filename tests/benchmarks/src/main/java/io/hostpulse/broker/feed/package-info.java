/** Benchmarks of what the broker's feed keeps to itself. */
package io.hostpulse.broker.feed;
