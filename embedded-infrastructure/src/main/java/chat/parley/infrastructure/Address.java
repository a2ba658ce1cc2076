package chat.parley.infrastructure;

import java.net.URI;
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

    record Cassandra(String host, int port, String datacenter) implements Address {
        @Override
        public String toString() {
            return "cassandra://" + host + ":" + port + "/" + datacenter;
        }
    }

    /** User and password within the URI: {@code amqp://user:password@host:port}. */
    record Rabbitmq(URI uri) implements Address {
        @Override
        public String toString() {
            return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        }
    }

    record ObjectStore(URI endpoint, String accessKey, String secretKey) implements Address {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }
}
