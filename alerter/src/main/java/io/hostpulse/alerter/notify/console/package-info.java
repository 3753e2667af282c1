/** The handler {@code console}: a line for each alert where people see what the process says. */
package io.hostpulse.alerter.notify.console;
