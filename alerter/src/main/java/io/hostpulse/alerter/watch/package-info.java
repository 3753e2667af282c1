/** Reads the streams for the rules: what is new, and after a restart what was before. */
package io.hostpulse.alerter.watch;
