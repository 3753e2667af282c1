package io.hostpulse.common.queue.care;

/** How a roll file ends. */
enum ScanEnd {
    /** With the mark that sends readers to the next file. */
    MARKED,
    /** With room for the next record. */
    OPEN,
    /** With a record that was begun. */
    UNFINISHED,
    /** With damage behind which no whole record is. */
    BROKEN_OFF
}
