/** Takes secrets out of command lines before anybody else sees them. Pure. */
package io.hostpulse.collector.source.process.mask;
