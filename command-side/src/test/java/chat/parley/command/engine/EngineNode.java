package chat.parley.command.engine;

import chat.parley.command.schema.CommandSchemas;
import chat.parley.command.testing.RealAddresses;
import chat.parley.log.EventLog;
import chat.parley.log.EventLogConfiguration;
import chat.parley.log.snapshot.Snapshots;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Another command node: an engine of its own, with the product's aggregates and a cache that knows nothing yet. */
public final class EngineNode implements AutoCloseable {

    private static final String AGGREGATES = "chat.parley.command";
    private static final String THEIR_CONFIGURATION = ".*(Conversation|ReadCursor)Configuration";
    private static final String WHAT_PEOPLE_DO =
            "|.*\\.(BlockedConversations|ConversationFactsCache|TargetMessages|MembershipChanges|MessageSender|MessageDeleter|ReadCursorMover|ErasedPeople|LinkPreviewDrafts|Attachments|Uploads)";

    private final AnnotationConfigApplicationContext context;

    private EngineNode(AnnotationConfigApplicationContext context, Class<?>... configurations) {
        this(context, THEIR_CONFIGURATION, configurations);
    }

    private EngineNode(AnnotationConfigApplicationContext context, String components, Class<?>... configurations) {
        this.context = context;
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(components)));
        scanner.scan(AGGREGATES);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(configurations);
        context.refresh();
    }

    /** On a log that others use as well. */
    public static EngineNode on(EventLog log, Snapshots snapshots) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(EventLog.class, () -> log);
        context.registerBean(Snapshots.class, () -> snapshots);
        return new EngineNode(context, EngineConfiguration.class);
    }

    /** On a log of its own over a database, as another process has it. */
    public static EngineNode on(DataSource database) {
        return on(database, THEIR_CONFIGURATION);
    }

    /** As {@link #on(DataSource)}, with what people do in conversations in front of it. */
    public static EngineNode servingPeopleOn(DataSource database) {
        return on(database, THEIR_CONFIGURATION + WHAT_PEOPLE_DO);
    }

    private static EngineNode on(DataSource database, String components) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("secrets", secrets()));
        // As a singleton from outside: it is not this context's to close.
        context.getBeanFactory().registerSingleton("database", database);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(CommandSchemas.class, () -> new CommandSchemas(database));
        return new EngineNode(context, components, EventLogConfiguration.class, EngineConfiguration.class);
    }

    /** Those of the service under test, whose database this may be. */
    private static Map<String, Object> secrets() {
        return Stream.of(RealAddresses.secrets())
                .map(secret -> secret.split("=", 2))
                .collect(Collectors.toMap(secret -> secret[0], secret -> secret[1]));
    }

    /** On a storage engine that is not ours. */
    public static EngineNode on(Function<List<SnapshotShape<?, ?>>, EventStorageEngine> engine) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(OtherEngine.class, () -> new OtherEngine(engine));
        return new EngineNode(context, OtherEngineConfiguration.class);
    }

    private record OtherEngine(Function<List<SnapshotShape<?, ?>>, EventStorageEngine> engine) {}

    /** Without an annotation, or the service's own scan would find it. */
    static class OtherEngineConfiguration {

        @Bean(destroyMethod = "shutdown")
        org.axonframework.config.Configuration axon(
                OtherEngine other,
                MeterRegistry meters,
                List<AggregateConfiguration<?>> aggregates,
                List<SnapshotShape<?, ?>> shapes) {
            return EngineConfiguration.start(
                    other.engine().apply(shapes),
                    new AggregateCache(meters),
                    PessimisticLockFactory.usingDefaults(),
                    aggregates);
        }

        @Bean
        CommandDispatch commandDispatch(org.axonframework.config.Configuration axon) {
            return new CommandDispatch(axon.commandBus());
        }
    }

    public CommandDispatch dispatch() {
        return part(CommandDispatch.class);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
