package chat.parley.command.linkpreview;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells which addresses are those of anybody's public servers: those that the registries of IANA for special purposes leave, without this
 * host's own.
 */
@Component
final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(AddressRange::of)
            .toList();

    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    private final List<AddressRange> alsoAllowed;

    PublicAddresses(LinkPreviewSettings settings) {
        this.alsoAllowed = settings.alsoAllowed().stream().map(AddressRange::of).toList();
    }

    boolean contain(InetAddress address) {
        if (alsoAllowed.stream().anyMatch(range -> range.contains(address))) {
            return true;
        }
        boolean global = !(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address);
        return global && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address)) && !isOwn(address);
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
