/**
 * Looking after queues: finding out what is wrong with their files, saving what can be saved, and removing what nobody needs
 * any more. Files are walked as plain bytes and handed to Chronicle only when they are found whole, because damaged ones make
 * it wait, stop silently, or bring the process down.
 */
package io.hostpulse.common.queue.care;
