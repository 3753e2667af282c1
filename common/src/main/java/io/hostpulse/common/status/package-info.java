/**
 * What runs and how the streams are doing, seen from outside: reads /proc, mark files, the supervisor's state and the queues
 * into immutable records. It asks no process and disturbs none.
 */
package io.hostpulse.common.status;
