/** What can be said about the recent values of a metric: their average, their rate, when they reach a limit. Pure. */
package io.hostpulse.alerter.rule.window;
