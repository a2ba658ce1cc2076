package chat.parley.log;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log's tables. Whoever reads or writes the log depends on this bean, which exists only once the schema is current. */
public record LogSchema(DataSource dataSource) {

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
