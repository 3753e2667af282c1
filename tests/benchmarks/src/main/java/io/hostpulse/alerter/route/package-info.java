/** Measures the router from within, because what it decides over is made there. */
package io.hostpulse.alerter.route;
