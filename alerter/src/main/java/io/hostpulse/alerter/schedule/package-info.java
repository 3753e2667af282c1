/** Times that come back: days of the week and hours of a zone, safe when clocks are changed. Pure. */
package io.hostpulse.alerter.schedule;
