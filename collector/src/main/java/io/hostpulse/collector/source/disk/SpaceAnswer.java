package io.hostpulse.collector.source.disk;

/** What came of asking a filesystem. */
sealed interface SpaceAnswer {

    /**
     * It answered.
     *
     * @param space what it said
     */
    record Known(Space space) implements SpaceAnswer {}

    /**
     * It did not, or with an error.
     *
     * @param reason for a person
     */
    record Unknown(String reason) implements SpaceAnswer {}
}
