package io.hostpulse.alerter.outbox;

import java.util.function.Consumer;

/**
 * Where a handler shows how it is doing.
 *
 * @param counters counts for all handlers
 * @param condition is told what keeps this handler from its work, for a person, whenever that changes; empty when all is well. Called
 *     by the handler's thread
 */
public record DeliverySigns(DeliveryCounters counters, Consumer<String> condition) {}
