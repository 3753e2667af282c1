/**
 * The bytes of a record: a fixed binary header and a JSON payload, as they lie in the queues; and times, as records have them
 * and as people type them. Nothing here reads or writes a
 * file.
 */
package io.hostpulse.common.codec;
