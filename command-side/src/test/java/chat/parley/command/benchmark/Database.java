package chat.parley.command.benchmark;

import chat.parley.infrastructure.Address;
import chat.parley.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;

/** Pools of connections to one PostgreSQL that commits durably, started for the run and deleted after it. */
final class Database {

    private Database() {}

    static HikariDataSource pool(int connections) {
        // Axon's engine makes tables of its own.
        Address.Postgresql address = TestDatabase.shared().superuser();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(connections);
        return pool;
    }
}
