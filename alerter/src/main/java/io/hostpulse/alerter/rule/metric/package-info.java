/** Where a value stands in a snapshot: paths with wildcards, and what tells the things that a wildcard matches apart. Pure. */
package io.hostpulse.alerter.rule.metric;
