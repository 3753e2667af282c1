/**
 * Which changes of alerts become which notifications, for whom and when: silences, inhibition, cooldown, grouping, repeats,
 * escalation, filters. Pure: what is remembered, what happened and the time go in; notifications and what to remember come out.
 */
package io.hostpulse.alerter.route;
