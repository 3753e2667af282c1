package io.hostpulse.history.block;

/**
 * The moments of a block, shared by all its series: when each record was taken, and its number in its stream. Evenly spaced
 * records take a few bytes however many they are.
 *
 * @param times epoch nanoseconds, in the order of the stream; they can go back where the clock did
 * @param sequences the records' numbers, growing
 */
@SuppressWarnings("ArrayRecordComponent")
public record Timeline(long[] times, long[] sequences) {

    /** How many records a block can have; ten minutes of one every 100 ms are 6000. */
    public static final int MAX_RECORDS = 1 << 16;

    /**
     * Refuses what does not belong together.
     *
     * @throws IllegalArgumentException when the lengths differ
     */
    public Timeline {
        if (times.length != sequences.length) {
            throw new IllegalArgumentException(times.length + " times for " + sequences.length + " records");
        }
    }

    /**
     * Tells how many records there are.
     *
     * @return their number
     */
    public int length() {
        return times.length;
    }

    /**
     * Encodes it.
     *
     * @return its bytes
     */
    public byte[] encode() {
        ByteSink sink = new ByteSink();
        write(sink);
        return sink.toArray();
    }

    /**
     * Decodes one.
     *
     * @param bytes what {@link #encode} made
     * @return the same moments
     * @throws MalformedBlockException when the bytes are anything else
     */
    public static Timeline decode(byte[] bytes) {
        return read(new ByteSource(bytes));
    }

    void write(ByteSink sink) {
        sink.putVarint(times.length);
        LongColumn.writeEven(sink, times);
        LongColumn.writeEven(sink, sequences);
    }

    static Timeline read(ByteSource source) {
        int length = source.count(MAX_RECORDS);
        return new Timeline(LongColumn.readEven(source, length), LongColumn.readEven(source, length));
    }
}
