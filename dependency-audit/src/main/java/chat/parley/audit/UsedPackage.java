package chat.parley.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A package that the product is made of, such as Maven's {@code org.example:thing} 1.2. */
record UsedPackage(Ecosystem ecosystem, String name, String version) {

    private static final Pattern PURL = Pattern.compile("pkg:([a-z]+)/(?:([^@?#]+)/)?([^/@?#]+)@([^?#]+).*");

    /** @return nothing for what is not from an ecosystem known here */
    static Optional<UsedPackage> ofPurl(String purl) {
        Matcher matcher = PURL.matcher(purl);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String namespace = matcher.group(2);
        return Ecosystem.ofType(matcher.group(1)).map(ecosystem -> {
            String name = decoded(matcher.group(3));
            return new UsedPackage(
                    ecosystem,
                    namespace == null ? name : decoded(namespace) + ecosystem.separator() + name,
                    decoded(matcher.group(4)));
        });
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return ecosystem + " " + name + " " + version;
    }
}
