package io.hostpulse.alerter.notify.file;

/** What a line is. */
enum LineFormat {
    /** For people. */
    TEXT,
    /** A JSON object for each alert. */
    JSON
}
