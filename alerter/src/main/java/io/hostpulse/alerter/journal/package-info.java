/** The alerter's memory: everything that happened to alerts and notifications, in the stream {@code alerts}. */
package io.hostpulse.alerter.journal;
