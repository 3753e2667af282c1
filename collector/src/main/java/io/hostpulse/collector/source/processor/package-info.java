/** How busy the processor is, as a whole and per core, its frequency and the load averages. */
package io.hostpulse.collector.source.processor;
