package chat.parley.log;

import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A process that appends to given conversations until it is killed, and prints each acknowledgement. */
final class AppendingProcess {

    /** By which PostgreSQL knows its sessions. */
    static final String NAME = "appending-process";

    private AppendingProcess() {}

    /** Arguments: PostgreSQL, then the two members of each conversation. */
    public static void main(String[] arguments) {
        List<Examples> pairs = new ArrayList<>();
        for (int index = 3; index < arguments.length; index += 2) {
            pairs.add(new Examples(user(arguments[index]), user(arguments[index + 1])));
        }
        LogContext.runner(ChildProcess.postgresql(arguments))
                .withPropertyValues("spring.datasource.hikari.data-source-properties.ApplicationName=" + NAME)
                .run(context -> {
                    Senders senders = new Senders(context.getBean(EventLog.class), AppendingProcess::print, _ -> {});
                    senders.write(pairs);
                    Thread.currentThread().join();
                });
    }

    private static UserId user(String id) {
        return new UserId(UUID.fromString(id));
    }

    private static void print(StoredEvent acknowledged) {
        String line = acknowledged.position() + " " + acknowledged.envelope().id();
        synchronized (AppendingProcess.class) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
