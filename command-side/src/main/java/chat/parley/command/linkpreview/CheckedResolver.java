package chat.parley.command.linkpreview;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a name for whoever connects. A name of which any address is not public has none, and only what is found here is
 * connected to: what the name means a moment later changes nothing.
 */
final class CheckedResolver implements DnsResolver {

    /** Asks for all addresses of a name. */
    @FunctionalInterface
    interface Names {
        InetAddress[] allOf(String host) throws UnknownHostException;
    }

    private final Names names;
    private final PublicAddresses addresses;

    CheckedResolver(Names names, PublicAddresses addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.allOf(host);
        if (found.length == 0 || !Stream.of(found).allMatch(addresses::contain)) {
            throw new UnknownHostException(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
