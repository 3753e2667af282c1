/**
 * What a person asks of the alerter, what it answers, and what it says about itself: orders go through the queues {@code
 * control-<writer>}, answers come back in the stream {@code alerts}, and the view is a small file.
 */
package io.hostpulse.common.control;
