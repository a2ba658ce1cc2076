package chat.parley.database;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateResult;

/** A schema in PostgreSQL. Its migrations are in {@code db/schemas}. */
public enum Schema {
    LOG("log"),
    ACCOUNTS("accounts"),
    RELAY("relay"),
    UPLOADS("uploads"),
    /** The first generation of the directory view. A rebuilt view gets a schema with the next number beside it. */
    DIRECTORY("directory_1");

    private static final Set<ErrorCode> NOT_MIGRATED_YET = Set.of(
            CoreErrorCode.SCHEMA_DOES_NOT_EXIST,
            CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED,
            CoreErrorCode.RESOLVED_REPEATABLE_MIGRATION_NOT_APPLIED);

    private final String sqlName;

    Schema(String sqlName) {
        this.sqlName = sqlName;
    }

    /** The schema's name in PostgreSQL. */
    public String sqlName() {
        return sqlName;
    }

    FluentConfiguration migrations(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(sqlName())
                .locations("classpath:db/schemas/" + name().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns if the schema is what this build needs, or newer.
     *
     * @throws SchemaUnusable it is missing or older, or its data cannot be read by this build
     */
    public void requireCurrent(DataSource dataSource) {
        ValidateResult result = migrations(dataSource).load().validateWithResult();
        if (result.validationSuccessful) {
            return;
        }
        throw codes(result).stream().allMatch(NOT_MIGRATED_YET::contains)
                ? SchemaUnusable.notMigrated(this, dataSource)
                : SchemaUnusable.ofAnEarlierVersion(dataSource);
    }

    private static List<ErrorCode> codes(ValidateResult result) {
        return result.invalidMigrations.isEmpty()
                ? List.of(result.errorDetails.errorCode)
                : result.invalidMigrations.stream()
                        .map(invalid -> invalid.errorDetails.errorCode)
                        .toList();
    }
}
