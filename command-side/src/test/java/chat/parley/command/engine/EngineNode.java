package chat.parley.command.engine;

import chat.parley.log.EventLog;
import chat.parley.log.snapshot.Snapshots;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.regex.Pattern;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** Another command node: an engine of its own, with the product's aggregates and a cache that knows nothing yet. */
final class EngineNode implements AutoCloseable {

    private static final String AGGREGATES = "chat.parley.command";
    private static final Pattern THEIR_CONFIGURATION = Pattern.compile(".*(Conversation|ReadCursor)Configuration");

    private final AnnotationConfigApplicationContext context;

    private EngineNode(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    static EngineNode on(EventLog log, Snapshots snapshots) {
        AnnotationConfigApplicationContext context = withAggregates();
        context.registerBean(EventLog.class, () -> log);
        context.registerBean(Snapshots.class, () -> snapshots);
        context.register(EngineConfiguration.class);
        context.refresh();
        return new EngineNode(context);
    }

    private static AnnotationConfigApplicationContext withAggregates() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(THEIR_CONFIGURATION));
        scanner.scan(AGGREGATES);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        return context;
    }

    CommandDispatch dispatch() {
        return context.getBean(CommandDispatch.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
