package chat.parley.command.linkpreview;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads addresses of pages, and refuses what public pages do not have. What programs read in different ways is refused, so that what is checked
 * here is what is connected to.
 */
@Component
final class PageAddresses {

    private static final int LONGEST = 2_048;
    private static final int LONGEST_HOST = 253;
    private static final Pattern WHOLE = Pattern.compile(
            "(?<scheme>[hH][tT][tT][pP][sS]?)://(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(:(?<port>[0-9]{1,5}))?(?<rest>[/?#].*)?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final List<String> INTERNAL = List.of(".localhost", ".local", ".internal", ".home.arpa", ".onion");
    private static final String KEPT = "-._~:/?@!$&'()*+,;=%#\\";
    private static final Set<Integer> PORTS = Set.of(80, 443);

    private final LinkPreviewSettings settings;

    PageAddresses(LinkPreviewSettings settings) {
        this.settings = settings;
    }

    /** @return without its fragment; empty if it is refused */
    Optional<URI> of(String address) {
        boolean plain = address.length() <= LONGEST
                && address.chars().allMatch(unit -> unit > ' ' && unit < 0x7F && unit != '\\');
        Matcher parts = WHOLE.matcher(address);
        if (!plain || !parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group("host").toLowerCase(Locale.ROOT);
        String port = parts.group("port");
        if (!isPublic(host) || !isAllowed(port)) {
            return Optional.empty();
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        String rest = withoutFragment(parts.group("rest"));
        return uri(scheme + "://" + host + (port == null ? "" : ":" + port) + (rest.startsWith("/") ? "" : "/") + rest);
    }

    /** An address that a page or answer names, relative or not. Nothing leads from an encrypted page to one that is not. */
    Optional<URI> linkedFrom(URI page, String link) {
        String encoded = encoded(link.strip());
        if (encoded.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        return uri(encoded)
                .map(page::resolve)
                .flatMap(found -> of(found.toString()))
                .filter(found ->
                        page.getScheme().equals("http") || found.getScheme().equals("https"));
    }

    private static boolean isPublic(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        String[] labels = host.split("\\.", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return IPV4.matcher(host).matches();
        }
        return labels.length > 1
                && host.length() <= LONGEST_HOST
                && List.of(labels).stream()
                        .allMatch(label -> LABEL.matcher(label).matches())
                && INTERNAL.stream().noneMatch(host::endsWith);
    }

    private boolean isAllowed(@Nullable String port) {
        return port == null || PORTS.contains(Integer.valueOf(port)) || settings.anyPort();
    }

    private static String withoutFragment(@Nullable String rest) {
        if (rest == null) {
            return "";
        }
        int fragment = rest.indexOf('#');
        return encoded(fragment < 0 ? rest : rest.substring(0, fragment));
    }

    /** What has no place in an address is written as its bytes. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char unit = (char) (each & 0xFF);
            boolean letter = Character.isLetterOrDigit(unit) && unit < 0x80;
            if (letter || KEPT.indexOf(unit) >= 0) {
                encoded.append(unit);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) unit));
            }
        }
        return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
