package chat.parley.command.benchmark;

import chat.parley.command.engine.EngineNode;
import chat.parley.command.engine.SnapshotShape;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Axon's own engine over JDBC, with JSON in a schema of its own, and with the same cache and the same snapshots as ours. */
final class AxonJdbc {

    private static final String SCHEMA = "axon";

    private AxonJdbc() {}

    static EngineNode node(DataSource database) {
        return EngineNode.on(shapes -> engine(database, shapes));
    }

    private static EventStorageEngine engine(DataSource database, List<SnapshotShape<?, ?>> shapes) {
        JdbcClient.create(database).sql("CREATE SCHEMA " + SCHEMA).update();
        PlatformTransactionManager transactions = new JdbcTransactionManager(database);
        DataSource joining = new TransactionAwareDataSourceProxy(database);
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(joining::getConnection)
                .transactionManager(() -> begun(transactions))
                .eventSerializer(Jackson3Serializer.builder().build())
                .snapshotSerializer(snapshotSerializer(shapes))
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .schema(EventSchema.builder()
                        .eventTable(SCHEMA + ".domain_event")
                        .snapshotTable(SCHEMA + ".snapshot_event")
                        .build())
                .build();
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    private static Transaction begun(PlatformTransactionManager transactions) {
        TransactionStatus status = transactions.getTransaction(null);
        return new Transaction() {
            @Override
            public void commit() {
                transactions.commit(status);
            }

            @Override
            public void rollback() {
                transactions.rollback(status);
            }
        };
    }

    private static Jackson3Serializer snapshotSerializer(List<SnapshotShape<?, ?>> shapes) {
        SimpleModule module = new SimpleModule();
        shapes.forEach(shape -> add(module, shape));
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> builder.addModule(module))
                .build();
    }

    private static <A, S extends Record> void add(SimpleModule module, SnapshotShape<A, S> shape) {
        module.addSerializer(shape.aggregate(), new ValueSerializer<A>() {
            @Override
            public void serialize(A aggregate, JsonGenerator json, SerializationContext context) {
                context.writeValue(json, shape.saved().apply(aggregate));
            }
        });
        module.addDeserializer(shape.aggregate(), new ValueDeserializer<A>() {
            @Override
            public A deserialize(JsonParser json, DeserializationContext context) {
                return shape.restored().apply(context.readValue(json, shape.state()));
            }
        });
    }
}
