package chat.parley.infrastructure;

import java.util.Map;

/** The address of every part that was started or given. */
public record Addresses(Map<Part, Address> byPart) {

    public Addresses {
        byPart = Map.copyOf(byPart);
    }

    public Address.Postgresql postgresql() {
        return (Address.Postgresql) of(Part.POSTGRESQL);
    }

    public Address.Redis redis() {
        return (Address.Redis) of(Part.REDIS);
    }

    public Address.Cassandra cassandra() {
        return (Address.Cassandra) of(Part.CASSANDRA);
    }

    public Address.Rabbitmq rabbitmq() {
        return (Address.Rabbitmq) of(Part.RABBITMQ);
    }

    public Address.ObjectStore objectStore() {
        return (Address.ObjectStore) of(Part.OBJECT_STORE);
    }

    private Address of(Part part) {
        Address address = byPart.get(part);
        if (address == null) {
            throw new IllegalStateException(part.title() + " was not asked for");
        }
        return address;
    }
}
