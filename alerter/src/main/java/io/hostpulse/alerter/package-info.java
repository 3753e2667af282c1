/** The alerter: rules become alerts, alerts become notifications, notifications leave this machine. */
package io.hostpulse.alerter;
