/**
 * Alerts for people and programs: what is on, what was, and who was told, folded from the stream {@code alerts}; rules, silences
 * and handlers as the alerter says they are; and what people ask of it.
 */
package io.hostpulse.console.alerts;
