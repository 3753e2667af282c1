/** The handler {@code file}: a line for each alert in a file that is rotated and compressed. */
package io.hostpulse.alerter.notify.file;
