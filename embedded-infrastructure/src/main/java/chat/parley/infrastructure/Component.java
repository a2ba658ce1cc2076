package chat.parley.infrastructure;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A component Parley stands on. */
public enum Component {
    POSTGRESQL("PostgreSQL", "postgresql://user:password@host:5432/database"),
    REDIS("Redis", "redis://:password@host:6379"),
    CASSANDRA("Cassandra", "cassandra://user:password@host:9042/datacenter"),
    RABBITMQ("RabbitMQ", "amqp://user:password@host:5672/vhost"),
    OBJECT_STORE("Object store", "http://access-key:secret-key@host:9000"),
    /** Relays calls between networks. Without it calls still work between devices that reach each other. */
    TURN("coturn", "turn://:secret@host:3478"),
    /** Passes on what is heard and seen in calls of groups. Without it there are none. */
    JANUS("Janus", "ws://:secret@host:8188");

    private static final Set<Component> OPTIONAL = Set.copyOf(EnumSet.of(TURN, JANUS));

    private final String title;
    private final String addressForm;

    Component(String title, String addressForm) {
        this.title = title;
        this.addressForm = addressForm;
    }

    public String title() {
        return title;
    }

    /** Whether Parley works without it, with less. */
    public boolean isOptional() {
        return OPTIONAL.contains(this);
    }

    /** Those without which Parley does not work. */
    public static Set<Component> needed() {
        return EnumSet.complementOf(EnumSet.copyOf(OPTIONAL));
    }

    /** What an address given instead of the part looks like. */
    public String addressForm() {
        return addressForm;
    }

    /** The environment variable that holds the address given instead of the part. */
    public String variable() {
        return "PARLEY_" + name() + "_URI";
    }

    /** The addresses given in an environment. */
    public static Map<Component, String> givenIn(Map<String, String> environment) {
        Map<Component, String> given = new EnumMap<>(Component.class);
        for (Component part : values()) {
            String address = environment.getOrDefault(part.variable(), "");
            if (!address.isBlank()) {
                given.put(part, address.strip());
            }
        }
        return given;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
