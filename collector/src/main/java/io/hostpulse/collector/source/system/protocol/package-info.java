/** What TCP, UDP and ICMP count, and how many sockets there are. */
package io.hostpulse.collector.source.system.protocol;
