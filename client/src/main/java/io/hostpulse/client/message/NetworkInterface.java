package io.hostpulse.client.message;

/**
 * One interface of the network. Totals count since it came up.
 *
 * @param name its name
 * @param isUp whether it can carry traffic
 * @param bytesSent bytes sent
 * @param bytesRecv bytes received
 * @param bytesSentPerSec bytes sent, as a rate
 * @param bytesRecvPerSec bytes received, as a rate
 * @param errorsIn errors at receiving
 * @param errorsOut errors at sending
 * @param fields these and all others
 */
public record NetworkInterface(
        Measured<String> name,
        Measured<Boolean> isUp,
        Measured<Long> bytesSent,
        Measured<Long> bytesRecv,
        Measured<Double> bytesSentPerSec,
        Measured<Double> bytesRecvPerSec,
        Measured<Long> errorsIn,
        Measured<Long> errorsOut,
        Fields fields) {

    static NetworkInterface of(Fields fields) {
        return new NetworkInterface(
                fields.text("name"),
                fields.flag("up"),
                fields.whole("bytes_sent"),
                fields.whole("bytes_recv"),
                fields.number("bytes_sent_per_sec"),
                fields.number("bytes_recv_per_sec"),
                fields.whole("errors_in"),
                fields.whole("errors_out"),
                fields);
    }
}
