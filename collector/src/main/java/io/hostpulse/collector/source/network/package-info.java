/** Traffic per interface and in total, and how many connections are in which state. */
package io.hostpulse.collector.source.network;
