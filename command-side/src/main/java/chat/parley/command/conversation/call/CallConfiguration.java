package chat.parley.command.conversation.call;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
class CallConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /** One of all processes looks which calls are over; another takes its place when it is gone. */
    @Bean(destroyMethod = "stop")
    Scheduler callDeadlines(DataSource dataSource, Calls calls, CallsOfGroups groups) {
        Scheduler scheduler = Scheduler.create(dataSource)
                .startTasks(Tasks.recurring("calls-end", FixedDelay.of(EVERY)).execute((_, _) -> {
                    calls.endLapsed();
                    groups.endLapsed();
                }))
                .tableName("accounts.timed_work")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(1)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(10))
                .build();
        scheduler.start();
        return scheduler;
    }
}
