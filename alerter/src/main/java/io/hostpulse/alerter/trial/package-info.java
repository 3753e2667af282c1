/** Trying a handler: a test message as real as it can be, and what is said about it. */
package io.hostpulse.alerter.trial;
