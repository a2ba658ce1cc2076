package chat.parley.infrastructure;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a part answers and what it takes to be let in. Its text leaves the secrets out, so that it can be logged. */
public sealed interface Address {

    record Postgresql(String jdbcUrl, String user, String password) implements Address {

        /** Connections that nobody pools. */
        public DataSource dataSource() {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(jdbcUrl);
            dataSource.setUser(user);
            dataSource.setPassword(password);
            return dataSource;
        }

        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /** Password, if any, within the URI: {@code redis://:password@host:port}. */
    record Redis(URI uri) implements Address {
        @Override
        public String toString() {
            return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        }
    }

    /** User and password, if any, within the URI: {@code cassandra://user:password@host:port/datacenter}. */
    record Cassandra(URI uri) implements Address {

        /** As Spring Boot takes it. */
        public Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>();
            properties.put("spring.cassandra.contact-points", uri.getHost() + ":" + port());
            properties.put("spring.cassandra.local-datacenter", datacenter());
            if (uri.getUserInfo() != null) {
                properties.put("spring.cassandra.username", user());
                properties.put("spring.cassandra.password", password());
            }
            return properties;
        }

        /** Empty where Cassandra asks for none, as is the password. */
        public String user() {
            return userInfo(0);
        }

        public String password() {
            return userInfo(1);
        }

        private String userInfo(int index) {
            String[] user = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            return index < user.length ? user[index] : "";
        }

        public String host() {
            return uri.getHost();
        }

        public int port() {
            return uri.getPort() < 0 ? 9042 : uri.getPort();
        }

        public String datacenter() {
            return uri.getPath().substring(1);
        }

        @Override
        public String toString() {
            return "cassandra://" + host() + ":" + port() + "/" + datacenter();
        }
    }

    /** User and password within the URI: {@code amqp://user:password@host:port}. */
    record Rabbitmq(URI uri) implements Address {

        /** As Spring Boot takes it. Not the URI itself: it would not decode what is escaped there, as in {@code amqp://host/%2F}. */
        public Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>();
            properties.put(
                    "spring.rabbitmq.addresses",
                    uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
            if (uri.getUserInfo() != null) {
                String[] user = uri.getUserInfo().split(":", 2);
                properties.put("spring.rabbitmq.username", user[0]);
                properties.put("spring.rabbitmq.password", user.length > 1 ? user[1] : "");
            }
            if (uri.getPath() != null && !uri.getPath().isEmpty()) {
                properties.put("spring.rabbitmq.virtual-host", uri.getPath().substring(1));
            }
            properties.put("spring.rabbitmq.ssl.enabled", "amqps".equals(uri.getScheme()));
            return properties;
        }

        @Override
        public String toString() {
            return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        }
    }

    /** The secret within the URI: {@code turn://:secret@host:port}, or {@code turns} over TLS. */
    record Turn(URI uri) implements Address {

        /** As the services take it. */
        public Map<String, Object> properties() {
            boolean overTls = "turns".equals(uri.getScheme());
            String where = uri.getScheme() + ":" + uri.getHost() + ":" + port();
            return Map.of(
                    "parley.calls.turn",
                    overTls ? where + "?transport=tcp" : where + "?transport=udp," + where + "?transport=tcp",
                    "parley.calls.turn-secret",
                    secret());
        }

        public int port() {
            return uri.getPort() >= 0 ? uri.getPort() : "turns".equals(uri.getScheme()) ? 5349 : 3478;
        }

        public String secret() {
            return uri.getUserInfo().substring(1);
        }

        @Override
        public String toString() {
            return uri.getScheme() + "://" + uri.getHost() + ":" + port();
        }
    }

    /** The secret within the URI: {@code ws://:secret@host:port}. */
    record Janus(URI uri) implements Address {

        /** As the services take it. */
        public Map<String, Object> properties() {
            return Map.of("parley.calls.janus", toString(), "parley.calls.janus-secret", secret());
        }

        public String secret() {
            return uri.getUserInfo().substring(1);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return uri.toString().replace(uri.getRawUserInfo() + "@", "");
        }
    }

    record ObjectStore(URI endpoint, String accessKey, String secretKey) implements Address {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }
}
