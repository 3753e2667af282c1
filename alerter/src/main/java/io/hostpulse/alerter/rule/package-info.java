/**
 * Rules over samples, and the alerts that come of them. Pure: no clock, no file, no queue; the same rules, samples and times give the
 * same transitions with the same ids.
 */
package io.hostpulse.alerter.rule;
