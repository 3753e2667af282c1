package io.hostpulse.common.queue.care;

/**
 * Where a whole record lies.
 *
 * @param sequence its number
 * @param file the file
 * @param offset where in the file it begins
 * @param length how long it is
 */
record RecordPlace(long sequence, RollFile file, long offset, int length) {}
