package chat.parley.infrastructure;

import java.util.Map;

/** The address of every part that was started or given. */
public record Addresses(Map<Component, Address> byPart) {

    public Addresses {
        byPart = Map.copyOf(byPart);
    }

    public Address.Postgresql postgresql() {
        return (Address.Postgresql) of(Component.POSTGRESQL);
    }

    public Address.Redis redis() {
        return (Address.Redis) of(Component.REDIS);
    }

    public Address.Cassandra cassandra() {
        return (Address.Cassandra) of(Component.CASSANDRA);
    }

    public Address.Rabbitmq rabbitmq() {
        return (Address.Rabbitmq) of(Component.RABBITMQ);
    }

    public Address.ObjectStore objectStore() {
        return (Address.ObjectStore) of(Component.OBJECT_STORE);
    }

    private Address of(Component part) {
        Address address = byPart.get(part);
        if (address == null) {
            throw new IllegalStateException(part.title() + " was not asked for");
        }
        return address;
    }
}
