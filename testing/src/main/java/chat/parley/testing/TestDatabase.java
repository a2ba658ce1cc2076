package chat.parley.testing;

import chat.parley.database.Migration;
import chat.parley.database.Role;
import chat.parley.database.Roles;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A database in the tests' PostgreSQL, which each role can sign in to. */
public final class TestDatabase {

    private static boolean sharedIsMigrated;

    private final EmbeddedInfrastructure infrastructure;
    private final String jdbcUrl;

    private TestDatabase(EmbeddedInfrastructure infrastructure, String jdbcUrl) {
        this.infrastructure = infrastructure;
        this.jdbcUrl = jdbcUrl;
    }

    /** The one that all tests of the JVM share, with every schema. */
    public static TestDatabase shared() {
        return of(TestInfrastructure.with(Component.POSTGRESQL));
    }

    /** The one of an infrastructure of a test's own, as it is. */
    public static TestDatabase of(EmbeddedInfrastructure infrastructure) {
        return new TestDatabase(
                infrastructure, infrastructure.addresses().postgresql().jdbcUrl());
    }

    /** A new one that has the roles and no schema, for what would disturb the others. */
    public static TestDatabase empty() {
        TestDatabase shared = shared();
        String name = "of_a_test_" + UUID.randomUUID().toString().replace("-", "");
        shared.asSuperuser("CREATE DATABASE " + name);
        TestDatabase fresh =
                new TestDatabase(shared.infrastructure, shared.jdbcUrl.replaceFirst("/[^/]+$", "/" + name));
        try {
            Roles.make(fresh.superuser().dataSource(), role -> fresh.as(role).password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return fresh;
    }

    static synchronized void migrateOnce(EmbeddedInfrastructure infrastructure) {
        if (!sharedIsMigrated) {
            of(infrastructure).migrated();
            sharedIsMigrated = true;
        }
    }

    /** With every schema. */
    public TestDatabase migrated() {
        try {
            Migration.run(as(Role.MIGRATION).dataSource());
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Address.Postgresql as(Role role) {
        Address.Postgresql found = infrastructure.postgresql(role);
        return new Address.Postgresql(jdbcUrl, found.user(), found.password());
    }

    /** For what no service may do. */
    public Address.Postgresql superuser() {
        return new Address.Postgresql(jdbcUrl, "postgres", infrastructure.secret("postgresql.password"));
    }

    public void asSuperuser(String sql) {
        try (Connection connection = superuser().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
