/**
 * Injects every fault the queues must survive and counts what it cost: {@code FaultCampaignTest} in its short form, the
 * script {@code faults} in its long one. docs/FAULTS.md tells what is injected and what was measured.
 */
package io.hostpulse.tests.faults;
