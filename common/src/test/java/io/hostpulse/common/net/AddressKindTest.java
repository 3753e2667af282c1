package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "3fff::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "100::1",
                "5f00::1"
            })
    void knowsWhatIsNotPublic(String address) throws Exception {
        assertThat(AddressKind.special(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
                "192.0.1.1", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111",
                        "2a00::1",
                "64:ff9b::8.8.8.8", "2002:808:808::1"
            })
    void letsThePublicBe(String address) throws Exception {
        assertThat(AddressKind.special(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void judgesAMappedAddressByTheOneInside() throws Exception {
        // Java itself unwraps the mapped form; this is what would be left if it did not.
        assertThat(AddressKind.special(InetAddress.getByName("::ffff:127.0.0.1")))
                .contains("a loopback address");
        assertThat(AddressKind.special(InetAddress.getByName("::ffff:a9fe:a9fe")))
                .hasValueSatisfying(kind -> assertThat(kind).contains("metadata"));
    }

    /** Forms that other programs read differently: what counts is the address that Java would connect to. */
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "127.1", "10.257"})
    void judgesUnusualFormsByTheirAddress(String address) throws Exception {
        assertThat(AddressKind.special(InetAddress.getByName(address))).isPresent();
    }
}
