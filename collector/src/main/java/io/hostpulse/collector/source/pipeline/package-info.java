/** Hostpulse itself: its processes, what they take from the machine, whether their memory grows, and how far its streams are. */
package io.hostpulse.collector.source.pipeline;
