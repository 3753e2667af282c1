package io.hostpulse.client.message;

import java.util.List;

/**
 * The network. The sums are over all interfaces but loopback.
 *
 * @param bytesSentPerSec bytes sent
 * @param bytesRecvPerSec bytes received
 * @param packetsSentPerSec packets sent
 * @param packetsRecvPerSec packets received
 * @param interfaces every interface
 * @param fields these and all others
 */
public record Network(
        Measured<Double> bytesSentPerSec,
        Measured<Double> bytesRecvPerSec,
        Measured<Double> packetsSentPerSec,
        Measured<Double> packetsRecvPerSec,
        Measured<List<NetworkInterface>> interfaces,
        Fields fields) {

    static Network of(Fields fields) {
        return new Network(
                fields.number("bytes_sent_per_sec"),
                fields.number("bytes_recv_per_sec"),
                fields.number("packets_sent_per_sec"),
                fields.number("packets_recv_per_sec"),
                fields.objects("interfaces", NetworkInterface::of),
                fields);
    }
}
