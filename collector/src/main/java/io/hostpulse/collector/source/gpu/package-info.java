/** Graphics cards: NVIDIA's through their driver's library or its program, AMD's and Intel's through sysfs. */
package io.hostpulse.collector.source.gpu;
