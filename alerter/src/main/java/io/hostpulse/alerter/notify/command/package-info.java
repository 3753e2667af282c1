/** The handler {@code command}: a program of the user's own, which gets the notification as JSON. */
package io.hostpulse.alerter.notify.command;
