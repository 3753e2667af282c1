/** The limits of the control group in which this process lives, and what is used of them. */
package io.hostpulse.collector.source.system.cgroup;
