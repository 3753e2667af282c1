/** What is exported about a violation of a rule, for the exporter's files and the alerter's handlers alike. */
package io.hostpulse.common.violation;
