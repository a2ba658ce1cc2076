package chat.parley.log;

import chat.parley.events.EventId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own store, which holds the contract to what it has in common with ours. */
class AxonJdbcContractTest extends EventLogContract {

    static {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Override
    void withStore(Story story) {
        LogContext.runner(TestDatabase.shared().superuser()).run(context -> {
            DataSource dataSource = context.getBean(DataSource.class);
            PlatformTransactionManager transactions = context.getBean(PlatformTransactionManager.class);
            forgetFormerTables(dataSource);
            story.tell(new Axons(engine(dataSource, transactions), new TransactionTemplate(transactions)));
        });
    }

    private static void forgetFormerTables(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS DomainEventEntry, SnapshotEventEntry");
        }
    }

    private static JdbcEventStorageEngine engine(DataSource dataSource, PlatformTransactionManager transactions) {
        ConnectionProvider connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactionsOf(transactions))
                .persistenceExceptionResolver(AxonJdbcContractTest::isDuplicateKey)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    /** Axon's own resolvers look for exceptions that PostgreSQL's driver does not throw. */
    private static boolean isDuplicateKey(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static TransactionManager transactionsOf(PlatformTransactionManager transactions) {
        return () -> {
            TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
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
        };
    }

    private record Axons(JdbcEventStorageEngine engine, TransactionTemplate transaction) implements Store {

        @Override
        public void append(NewEvent... unitOfWork) {
            List<? extends EventMessage<?>> messages =
                    Stream.of(unitOfWork).map(Axons::message).toList();
            try {
                transaction.executeWithoutResult(_ -> engine.appendEvents(messages));
            } catch (ConcurrencyException _) {
                throw new SequenceConflict();
            }
        }

        private static DomainEventMessage<ParleyEvent> message(NewEvent fresh) {
            StreamId stream = fresh.event().stream();
            return new GenericDomainEventMessage<>(
                    stream.category(),
                    stream.value(),
                    fresh.sequence(),
                    fresh.event(),
                    MetaData.emptyInstance(),
                    fresh.id().toString(),
                    Instant.EPOCH);
        }

        @Override
        public List<Recorded> read(StreamId stream, long fromSequence) {
            return transaction.execute(_ -> engine.readEvents(stream.value(), fromSequence)
                    .asStream()
                    .map(Axons::recorded)
                    .toList());
        }

        @Override
        public Supplier<List<Recorded>> follow() {
            TrackingToken start = transaction.execute(_ -> engine.createHeadToken());
            return () -> transaction.execute(_ -> engine.readEvents(start, false)
                    .map(event -> recorded((DomainEventMessage<?>) event))
                    .toList());
        }

        private static Recorded recorded(DomainEventMessage<?> message) {
            return new Recorded(EventId.of(message.getIdentifier()), message.getSequenceNumber(), (ParleyEvent)
                    message.getPayload());
        }
    }
}
