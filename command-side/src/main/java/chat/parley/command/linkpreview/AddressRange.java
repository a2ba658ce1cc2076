package chat.parley.command.linkpreview;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses that begin with the same bits. */
record AddressRange(byte[] prefix, int bits) {

    /** @param range such as {@code 10.0.0.0/8} or {@code fc00::/7} */
    static AddressRange of(String range) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? "" : range.substring(0, slash);
        try {
            if (!address.matches("[0-9A-Fa-f:.]+")) {
                throw new IllegalArgumentException("not a range of addresses: " + range);
            }
            byte[] prefix = InetAddress.getByName(address).getAddress();
            int bits = Integer.parseInt(range.substring(slash + 1));
            if (bits < 0 || bits > prefix.length * Byte.SIZE) {
                throw new IllegalArgumentException("not a range of addresses: " + range);
            }
            return new AddressRange(prefix, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("not a range of addresses: " + range, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
