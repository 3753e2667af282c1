package io.hostpulse.history.block;

import java.util.Map;
import java.util.SortedMap;

/**
 * What one commit has of one stream: a timeline, and one column for each series, by ascending number. Readers go through it
 * once, column by column, so that joining many segments takes no more memory than their bytes. Not thread-safe.
 */
public final class Segment {

    private static final int VERSION = 1;

    /** More than the database can number. */
    private static final int MAX_SERIES = 1 << 24;

    private final Timeline timeline;
    private final ByteSource source;
    private int left;
    private int series;
    private ByteSource column;

    private Segment(Timeline timeline, ByteSource source) {
        this.timeline = timeline;
        this.source = source;
        this.left = source.count(MAX_SERIES);
        next();
    }

    /**
     * Encodes one.
     *
     * @param timeline the moments
     * @param columns for each series, by its number, as many values as there are moments
     * @return its bytes
     */
    public static byte[] encode(Timeline timeline, SortedMap<Integer, double[]> columns) {
        ByteSink sink = new ByteSink();
        sink.put(VERSION);
        timeline.write(sink);
        sink.putVarint(columns.size());
        int previous = 0;
        for (Map.Entry<Integer, double[]> entry : columns.entrySet()) {
            byte[] column = ValueColumn.encode(entry.getValue());
            sink.putVarint(entry.getKey() - previous);
            sink.putVarint(column.length);
            sink.put(column);
            previous = entry.getKey();
        }
        return sink.toArray();
    }

    /**
     * Opens one at its first column.
     *
     * @param bytes what {@link #encode} made
     * @return the segment
     * @throws MalformedBlockException when the bytes are anything else
     */
    public static Segment open(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        int version = source.get();
        if (version != VERSION) {
            throw new MalformedBlockException("a segment of version " + version + "; only " + VERSION + " is known");
        }
        return new Segment(Timeline.read(source), source);
    }

    /**
     * Reads all of one, to be sure that it can be read.
     *
     * @param bytes what {@link #encode} made
     * @throws MalformedBlockException when the bytes are anything else
     */
    public static void check(byte[] bytes) {
        Segment segment = open(bytes);
        while (segment.series() != Integer.MAX_VALUE) {
            segment.values();
            segment.next();
        }
    }

    /**
     * Tells when its records were taken.
     *
     * @return the moments
     */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * Tells whose column is next.
     *
     * @return the number of a series; {@link Integer#MAX_VALUE} behind the last one
     */
    public int series() {
        return series;
    }

    /** Goes on to the next column. */
    public void next() {
        if (left == 0) {
            series = Integer.MAX_VALUE;
            return;
        }
        left--;
        series += source.count(MAX_SERIES - series);
        column = source.slice(source.count(Integer.MAX_VALUE));
    }

    /**
     * Goes on to the column of one series.
     *
     * @param wanted its number
     * @return whether there is such a column, which {@link #values} then reads
     */
    public boolean seek(int wanted) {
        while (series < wanted) {
            next();
        }
        return series == wanted;
    }

    /**
     * Reads the present column; once.
     *
     * @return a value, or {@link ValueColumn#ABSENT}, for each moment
     */
    public double[] values() {
        return ValueColumn.read(column, timeline.length());
    }
}
