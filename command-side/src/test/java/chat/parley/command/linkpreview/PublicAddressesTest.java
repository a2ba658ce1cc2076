package chat.parley.command.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static final PublicAddresses ADDRESSES = allowing();

    private static PublicAddresses allowing(String... ranges) {
        return new PublicAddresses(new LinkPreviewSettings(true, List.of(ranges), false));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.88.99.0",
                "192.88.99.255",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "100::1",
                "1fff:ffff::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "2002::1",
                "2002:7f00:1::",
                "2002:ffff::1",
                "3fff::1",
                "3fff:fff:ffff::1",
                "4000::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addressesOfInsideAreNotPublic(String literal) {
        assertThat(ADDRESSES.contain(address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700::1111",
                "3ffe::1",
                "3fff:1000::1"
            })
    void theirNeighboursAre(String literal) {
        assertThat(ADDRESSES.contain(address(literal))).isTrue();
    }

    @Test
    void thisHostsOwnAreNot() throws Exception {
        PublicAddresses addresses = allowing();
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .forEach(own -> assertThat(addresses.contain(own)).isFalse());
    }

    @Test
    void rangesAreAllowedByASetting() {
        PublicAddresses addresses = allowing("10.1.0.0/16", "fd00::/8");
        assertThat(Stream.of("10.1.0.0", "10.1.255.255", "fd12::1")).allMatch(each -> addresses.contain(address(each)));
        assertThat(Stream.of("10.0.255.255", "10.2.0.0", "fc00::1", "127.0.0.1"))
                .noneMatch(each -> addresses.contain(address(each)));
        for (String wrong : List.of("10.0.0.0", "10.0.0.0/33", "example.org/8", "/8", "10.0.0.0/x")) {
            assertThatThrownBy(() -> allowing(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNameWithOneAddressOfInsideHasNone() throws UnknownHostException {
        InetAddress outside = address("1.1.1.1");
        InetAddress inside = address("10.0.0.1");
        CheckedResolver resolver = new CheckedResolver(
                host -> host.equals("both.example.org")
                        ? new InetAddress[] {outside, inside}
                        : new InetAddress[] {outside},
                ADDRESSES);
        assertThat(resolver.resolve("one.example.org")).containsExactly(outside);
        assertThatThrownBy(() -> resolver.resolve("both.example.org")).isInstanceOf(UnknownHostException.class);
        CheckedResolver literal = new CheckedResolver(InetAddress::getAllByName, ADDRESSES);
        assertThat(literal.resolve("1.1.1.1")).containsExactly(outside);
        for (String host : List.of("127.0.0.1", "[::1]", "::1")) {
            assertThatThrownBy(() -> literal.resolve(host)).as(host).isInstanceOf(UnknownHostException.class);
        }
    }
}
