/** The handler {@code teams}: an Adaptive Card for the Workflows webhook of Microsoft Teams. */
package io.hostpulse.alerter.notify.teams;
