package io.hostpulse.common.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are not on the public internet: IANA's registries of special-purpose addresses, read in June 2025. IPv4 is listed by what
 * is special, IPv6 by the one block that is public, without its special parts. Addresses that carry an IPv4 address are judged
 * by that one.
 */
public final class AddressKind {

    private static final List<Block> SPECIAL_IPV4 = List.of(
            new Block("0.0.0.0", 8, "an address of this host"),
            new Block("10.0.0.0", 8, "a private address"),
            new Block("100.64.0.0", 10, "an address shared by a provider's customers"),
            new Block("127.0.0.0", 8, "a loopback address"),
            new Block("169.254.0.0", 16, "a link-local address, where clouds keep their metadata"),
            new Block("172.16.0.0", 12, "a private address"),
            new Block("192.0.0.0", 24, "an address for protocols"),
            new Block("192.0.2.0", 24, "an address for documentation"),
            new Block("192.88.99.0", 24, "an address of 6to4 relays"),
            new Block("192.168.0.0", 16, "a private address"),
            new Block("198.18.0.0", 15, "an address for benchmarks"),
            new Block("198.51.100.0", 24, "an address for documentation"),
            new Block("203.0.113.0", 24, "an address for documentation"),
            new Block("224.0.0.0", 4, "a multicast address"),
            new Block("240.0.0.0", 4, "a reserved address"));

    private static final Block PUBLIC_IPV6 = new Block("2000::", 3, "");
    private static final Block SIX_TO_FOUR = new Block("2002::", 16, "");
    private static final Block NAT64 = new Block("64:ff9b::", 96, "");
    private static final Block MAPPED =
            new Block(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96, "");

    private static final List<Block> SPECIAL_IPV6 = List.of(
            new Block("::1", 128, "a loopback address"),
            new Block("fe80::", 10, "a link-local address"),
            new Block("fc00::", 7, "a unique local address"),
            new Block("ff00::", 8, "a multicast address"),
            new Block("2001::", 23, "an address for protocols"),
            new Block("2001:db8::", 32, "an address for documentation"),
            new Block("3fff::", 20, "an address for documentation"));

    private AddressKind() {}

    /**
     * Tells why an address is not public.
     *
     * @param address any address
     * @return what it is; empty when it is public
     */
    public static Optional<String> special(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? in(SPECIAL_IPV4, bytes) : specialIpv6(bytes);
    }

    private static Optional<String> specialIpv6(byte[] bytes) {
        if (MAPPED.holds(bytes) || NAT64.holds(bytes)) {
            return in(SPECIAL_IPV4, Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return in(SPECIAL_IPV4, Arrays.copyOfRange(bytes, 2, 6));
        }
        Optional<String> special = in(SPECIAL_IPV6, bytes);
        return special.isPresent() || PUBLIC_IPV6.holds(bytes) ? special : Optional.of("no public address");
    }

    private static Optional<String> in(List<Block> blocks, byte[] address) {
        return blocks.stream()
                .filter(block -> block.holds(address))
                .map(Block::kind)
                .findFirst();
    }

    /** Addresses with the same first bits. */
    private record Block(byte[] start, int bits, String kind) {

        Block(String start, int bits, String kind) {
            this(bytes(start), bits, kind);
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        // A literal is never looked up.
        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
