/** Who wants no notifications about what, and when: silences, maintenance windows, and the patterns that choose alerts. Pure. */
package io.hostpulse.alerter.silence;
