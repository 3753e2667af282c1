/** A client for a Hostpulse broker that comes back by itself and misses nothing. Begin at {@link io.hostpulse.client.HostpulseClient}. */
package io.hostpulse.client;
