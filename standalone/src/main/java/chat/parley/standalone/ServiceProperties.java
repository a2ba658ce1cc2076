package chat.parley.standalone;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.util.HashMap;
import java.util.Map;

/** What the services are told about the parts they stand on, and their secrets. */
public final class ServiceProperties {

    private ServiceProperties() {}

    public static Map<String, Object> of(EmbeddedInfrastructure infrastructure) {
        Addresses addresses = infrastructure.addresses();
        Address.Postgresql postgresql = addresses.postgresql();
        Address.ObjectStore objects = addresses.objectStore();
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", postgresql.jdbcUrl());
        properties.put("spring.datasource.username", postgresql.user());
        properties.put("spring.datasource.password", postgresql.password());
        properties.put("spring.data.redis.url", addresses.redis().uri().toString());
        properties.putAll(addresses.rabbitmq().properties());
        properties.putAll(addresses.cassandra().properties());
        addresses.turn().ifPresent(turn -> properties.putAll(turn.properties()));
        addresses.janus().ifPresent(janus -> properties.putAll(janus.properties()));
        properties.put("parley.objects.endpoint", objects.endpoint().toString());
        properties.put("parley.objects.access-key", objects.accessKey());
        properties.put("parley.objects.secret-key", objects.secretKey());
        properties.put("parley.secret.access", infrastructure.keyPair("access").privateKey());
        properties.put(
                "parley.publickey.access", infrastructure.keyPair("access").publicKey());
        properties.put(
                "parley.secret.service", infrastructure.keyPair("service").privateKey());
        properties.put(
                "parley.publickey.service", infrastructure.keyPair("service").publicKey());
        properties.put("parley.secret.master", infrastructure.secret("master"));
        properties.put("parley.secret.deployment", infrastructure.secret("deployment"));
        properties.put("parley.secret.operator", infrastructure.secret("operator"));
        return properties;
    }
}
