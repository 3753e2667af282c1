/** Measures the rule engine from within, because rules are made there. */
package io.hostpulse.alerter.rule;
