/** How measured numbers become values: rounding, percentages and rates, each in one place. */
package io.hostpulse.collector.source.measure;
