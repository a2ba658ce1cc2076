package chat.parley.infrastructure;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the address a person gives for a part, see {@link Component#addressForm()}. */
final class GivenAddress {
    private final Component part;
    private final URI uri;

    private GivenAddress(Component part, URI uri) {
        this.part = part;
        this.uri = uri;
    }

    /** @throws IllegalArgumentException with a sentence for that person, which repeats no secret */
    static Address parse(Component part, String text) {
        try {
            return new GivenAddress(part, URI.create(text)).address();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is not an address of %s; it looks like %s"
                    .formatted(part.variable(), part.title(), part.addressForm()));
        }
    }

    private Address address() {
        return switch (part) {
            case POSTGRESQL -> {
                check(List.of("postgresql", "postgres"));
                String location = "//" + uri.getHost() + ":" + port(5432) + "/" + path();
                yield new Address.Postgresql("jdbc:postgresql:" + location, userInfo(0), userInfo(1));
            }
            case REDIS -> {
                check(List.of("redis", "rediss"));
                yield new Address.Redis(uri);
            }
            case CASSANDRA -> {
                check(List.of("cassandra"));
                yield new Address.Cassandra(uri);
            }
            case RABBITMQ -> {
                check(List.of("amqp", "amqps"));
                yield new Address.Rabbitmq(uri);
            }
            case OBJECT_STORE -> {
                check(List.of("http", "https"));
                URI endpoint = URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
                yield new Address.ObjectStore(endpoint, userInfo(0), userInfo(1));
            }
            case TURN -> {
                check(List.of("turn", "turns"));
                yield new Address.Turn(uri);
            }
            case JANUS -> {
                check(List.of("ws", "wss"));
                yield new Address.Janus(uri);
            }
        };
    }

    private void check(List<String> schemes) {
        boolean needsPath = part == Component.POSTGRESQL || part == Component.CASSANDRA;
        boolean needsUser = part == Component.POSTGRESQL || part == Component.OBJECT_STORE || part.isOptional();
        if (uri.getScheme() == null
                || !schemes.contains(uri.getScheme())
                || uri.getHost() == null
                || (needsPath && path().isEmpty())
                || (needsUser && userInfoParts().size() != 2)) {
            throw new IllegalArgumentException();
        }
    }

    private int port(int otherwise) {
        return uri.getPort() < 0 ? otherwise : uri.getPort();
    }

    private String path() {
        @Nullable String path = uri.getPath();
        return path == null || path.isEmpty() ? "" : path.substring(1);
    }

    private String userInfo(int index) {
        return userInfoParts().get(index);
    }

    private List<String> userInfoParts() {
        @Nullable String userInfo = uri.getUserInfo();
        return userInfo == null ? List.of() : Arrays.asList(userInfo.split(":", 2));
    }
}
