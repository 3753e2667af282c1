/** The command {@code hostpulse rules}: rules and routing, tried on what was recorded, and how that differs from what happened. */
package io.hostpulse.alerter.replay;
