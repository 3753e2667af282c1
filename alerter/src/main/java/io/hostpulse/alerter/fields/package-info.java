/** Reading back what was written as fields. Pure. */
package io.hostpulse.alerter.fields;
