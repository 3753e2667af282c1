/**
 * What people ask of the alerter while it runs, and what it shows them: orders from the control streams, each carried out once, and
 * the view. All of it in the thread of the rules.
 */
package io.hostpulse.alerter.control;
