package io.hostpulse.console.alerts;

import io.hostpulse.common.control.OrderAnswer;
import java.util.Optional;

/**
 * What became of a wish.
 *
 * @param wish the wish
 * @param answer what the alerter says; nothing as long as it has not answered
 */
public record Reply(Wish wish, Optional<OrderAnswer> answer) {}
