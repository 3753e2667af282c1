/**
 * The bytes of a record: a fixed binary header and a JSON payload, as they lie in the queues. Nothing here reads or writes a
 * file.
 */
package io.hostpulse.common.codec;
