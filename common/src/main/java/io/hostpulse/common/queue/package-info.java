/**
 * Streams on disk: one directory per stream with one writer and any number of readers. The only home of Chronicle Queue.
 * Readers open queues read-only and keep their positions in files of their own, so that no reader can hurt a queue.
 */
package io.hostpulse.common.queue;
