/** Compression of messages as RFC 7692 has it: each message by itself, so that one result serves every client. */
package io.hostpulse.broker.compression;
