package io.hostpulse.broker.subscription;

/**
 * Where one message of a group stands in all its streams.
 *
 * @param number numbers the group's messages
 * @param isContinuous whether nothing lies between this message and the one before: no stream has gone on by more than one record, or
 *     single records do not matter
 * @param cursor the newest record of each stream
 */
public record Cut(long number, boolean isContinuous, Cursor cursor) {

    /**
     * Cuts once more.
     *
     * @param next how far the streams have come since
     * @param isSampledDown whether single records do not matter
     * @return the following cut
     */
    public Cut followedBy(Cursor next, boolean isSampledDown) {
        return new Cut(number + 1, isSampledDown || isNext(next), next);
    }

    private boolean isNext(Cursor next) {
        return next.places().entrySet().stream().allMatch(entry -> {
            long before = cursor.of(entry.getKey()).map(Place::sequence).orElse(0L);
            long step = entry.getValue().sequence() - before;
            return step == 0 || step == 1;
        });
    }
}
