/** Reading and scanning of the small text files in which a kernel publishes its numbers. */
package io.hostpulse.collector.source.text;
