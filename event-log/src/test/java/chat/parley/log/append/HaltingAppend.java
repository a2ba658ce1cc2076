package chat.parley.log.append;

import chat.parley.events.UserId;
import chat.parley.log.ChildProcess;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.InterceptedDataSource;
import chat.parley.log.LogContext;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A process that starts one conversation and ends itself at a named step on the way. */
final class HaltingAppend {

    enum Step {
        SOME_GUARD_ROWS,
        ALL_GUARD_ROWS,
        HEAD_ROW_TAKEN,
        BEFORE_COMMIT,
        COMMITTED_BUT_NOT_ANSWERED;

        boolean isDurable() {
            return this == COMMITTED_BUT_NOT_ANSWERED;
        }
    }

    private static final class Halting implements InterceptedDataSource.Interception {
        private final Step at;
        private volatile boolean appending;

        Halting(Step at) {
            this.at = at;
        }

        @Override
        public void before(String sql, Connection connection) {
            if (sql.contains("INSERT INTO log.event")) {
                halt(Step.ALL_GUARD_ROWS);
            }
            if (isCommit(sql)) {
                halt(Step.BEFORE_COMMIT);
            }
        }

        @Override
        public void after(String sql, Connection connection) {
            if (sql.contains("log.membership")) {
                halt(Step.SOME_GUARD_ROWS);
            }
            if (sql.contains("INSERT INTO log.event")) {
                appending = true;
                halt(Step.HEAD_ROW_TAKEN);
            }
            if (isCommit(sql)) {
                halt(Step.COMMITTED_BUT_NOT_ANSWERED);
            }
        }

        /** The schema's migration commits too. */
        private boolean isCommit(String sql) {
            return appending && sql.equals(InterceptedDataSource.COMMIT);
        }

        private void halt(Step reached) {
            if (reached == at) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }

    static final int HALTED = 99;

    private HaltingAppend() {}

    /** Arguments: PostgreSQL, the step, and the two members. */
    public static void main(String[] arguments) {
        Step step = Step.valueOf(arguments[3]);
        Examples two = new Examples(user(arguments[4]), user(arguments[5]));
        LogContext.runner(ChildProcess.postgresql(arguments))
                .withBean("intercepted", BeanPostProcessor.class, () -> interception(new Halting(step)))
                .run(context -> context.getBean(EventLog.class).append(List.of(two.started())));
    }

    private static UserId user(String id) {
        return new UserId(UUID.fromString(id));
    }

    private static BeanPostProcessor interception(InterceptedDataSource.Interception interception) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && !(bean instanceof DelegatingDataSource)
                        ? new InterceptedDataSource(real, interception)
                        : bean;
            }
        };
    }
}
