package chat.parley.infrastructure;

import java.util.Map;
import java.util.Optional;

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

    /** Empty where it was not asked for: calls go on without it. */
    public Optional<Address.Turn> turn() {
        return Optional.ofNullable((Address.Turn) byPart.get(Component.TURN));
    }

    /** Empty where it was not asked for: there are no calls in groups then. */
    public Optional<Address.Janus> janus() {
        return Optional.ofNullable((Address.Janus) byPart.get(Component.JANUS));
    }

    private Address of(Component part) {
        Address address = byPart.get(part);
        if (address == null) {
            throw new IllegalStateException(part.title() + " was not asked for");
        }
        return address;
    }
}
