package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The machine at one moment: the newest record of every stream that was asked for. In what is sent again after a connection was lost, only
 * the streams that had a record at that moment.
 *
 * @param timestamp the moment; samples of one moment belong together
 * @param tick its number; live messages of one connection differ by one, unless some were skipped
 * @param cursor the broker's word for how far this is; empty before any stream has a record. To go on from here in another process, keep the
 *     {@code position} instead
 * @param isReplayed whether it was missed and is sent again
 * @param skipped how many messages the broker left out before this one because this client did not take them
 * @param streams for each stream, which record this is
 * @param fresh the streams whose record comes for the first time; the others are repeated because nothing newer is there. Whoever
 *     collects records takes these only, and has each of them once
 * @param position where to go on from here; empty before any stream has a record
 * @param noData streams that have none, and why
 * @param alerts the alerts that are on; none is told in what is sent again
 * @param data the streams' fields as they came
 */
public record Snapshot(
        Instant timestamp,
        long tick,
        Optional<String> cursor,
        boolean isReplayed,
        long skipped,
        Map<String, StreamState> streams,
        Set<String> fresh,
        Optional<Position> position,
        Map<String, NoData> noData,
        List<Alert> alerts,
        JsonObject data)
        implements Message {

    /** Copies the collections. */
    public Snapshot {
        streams = Map.copyOf(streams);
        fresh = Set.copyOf(fresh);
        noData = Map.copyOf(noData);
        alerts = List.copyOf(alerts);
    }

    /**
     * Says what this snapshot is to one client, which has seen others before.
     *
     * @param news the streams that are new to it
     * @param here where it has come
     * @return the same snapshot otherwise
     */
    public Snapshot seenAs(Set<String> news, Optional<Position> here) {
        return new Snapshot(timestamp, tick, cursor, isReplayed, skipped, streams, news, here, noData, alerts, data);
    }

    /**
     * Looks at any stream, also one of your own.
     *
     * @param name its name
     * @return its fields, or why there are none
     */
    public Measured<Fields> stream(String name) {
        if (data.members().get(name) instanceof JsonObject found) {
            return new Measured.Known<>(Fields.of(found));
        }
        NoData none = noData.get(name);
        return new Measured.Missing<>(
                none == null ? "this message has no stream '" + name + "'" : none.state() + ": " + none.reason());
    }

    /**
     * Looks for any field.
     *
     * @param path a stream and what is in it: {@code disk.mounts[0].percentage}
     * @return the value, or why there is none
     */
    public Measured<JsonValue> at(String path) {
        return inStream(path, (fields, rest) -> fields.at(rest));
    }

    /**
     * Looks for a number.
     *
     * @param path a stream and what is in it: {@code memory.swap.percentage}
     * @return the number, or why there is none
     */
    public Measured<Double> number(String path) {
        return inStream(path, (fields, rest) -> fields.number(rest));
    }

    private <T> Measured<T> inStream(String path, Look<T> look) {
        String[] parts = path.split("\\.", 2);
        if (parts.length < 2) {
            return new Measured.Missing<>("'" + path + "' is no field: write stream.field");
        }
        return stream(parts[0]).flatMap(fields -> look.at(fields, parts[1]));
    }

    @FunctionalInterface
    private interface Look<T> {
        Measured<T> at(Fields fields, String path);
    }

    /**
     * The stream {@code memory}.
     *
     * @return the main memory, or why nothing is known of it
     */
    public Measured<Memory> memory() {
        return typed("memory", Memory::of);
    }

    /**
     * The stream {@code processor}.
     *
     * @return the processor, or why nothing is known of it
     */
    public Measured<Processor> processor() {
        return typed("processor", Processor::of);
    }

    /**
     * The stream {@code disk}.
     *
     * @return filesystems and disks, or why nothing is known of them
     */
    public Measured<Disk> disk() {
        return typed("disk", Disk::of);
    }

    /**
     * The stream {@code network}.
     *
     * @return the network, or why nothing is known of it
     */
    public Measured<Network> network() {
        return typed("network", Network::of);
    }

    /**
     * The stream {@code system}.
     *
     * @return the host and its operating system, or why nothing is known of them
     */
    public Measured<OperatingSystem> system() {
        return typed("system", OperatingSystem::of);
    }

    /**
     * The stream {@code gpu}.
     *
     * @return graphics cards, or why nothing is known of them
     */
    public Measured<Gpu> gpu() {
        return typed("gpu", Gpu::of);
    }

    /**
     * The stream {@code process}, which must be asked for by name.
     *
     * @return processes, or why nothing is known of them
     */
    public Measured<Processes> processes() {
        return typed("process", Processes::of);
    }

    /**
     * The stream {@code sensors}.
     *
     * @return temperatures and fans, or why nothing is known of them
     */
    public Measured<Sensors> sensors() {
        return typed("sensors", Sensors::of);
    }

    private <T> Measured<T> typed(String stream, Function<Fields, T> form) {
        return stream(stream).map(form);
    }
}
