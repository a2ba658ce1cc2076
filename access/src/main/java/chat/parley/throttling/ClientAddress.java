package chat.parley.throttling;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as it is counted: an IPv4 address, or the first 64 bits of an IPv6 address, of which one customer has all
 * the rest. Behind a trusted proxy it is the address that the proxy tells; what anyone else claims is ignored.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return counted(request.getRemoteAddr());
    }

    static String counted(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            // A proxy may name clients otherwise.
            return address;
        }
    }
}
