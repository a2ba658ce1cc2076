package chat.parley.log;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exists once the schema is current: what reads or writes the log asks for it. */
public record LogSchema(DataSource dataSource) {

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }
}
