package io.hostpulse.client.message;

import java.util.List;

/**
 * Graphics cards.
 *
 * @param count how many there are
 * @param cards each of them
 * @param fields these and all others
 */
public record Gpu(Measured<Long> count, Measured<List<GraphicsCard>> cards, Fields fields) {

    static Gpu of(Fields fields) {
        return new Gpu(fields.whole("count"), fields.objects("gpus", GraphicsCard::of), fields);
    }
}
