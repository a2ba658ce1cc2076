package chat.parley.infrastructure;

import java.io.IOException;

/** Knows how to start one part in its folder, whatever state an earlier run left the folder in. */
interface EmbeddedComponent {
    /** Where the part will answer, known before it starts. What an earlier run left running must have been stopped by then. */
    Address address() throws ComponentFailed;

    /** Returns when the part answers. Whoever interrupts it finds nothing left running. */
    RunningComponent start() throws IOException, InterruptedException, ComponentFailed;

    static EmbeddedComponent in(ComponentFolder folder, Progress progress) {
        return switch (folder.part()) {
            case POSTGRESQL -> new Postgresql(folder);
            case REDIS -> new Redis(folder);
            case CASSANDRA -> new Cassandra(folder);
            case RABBITMQ -> new Rabbitmq(folder, new RabbitmqFinder(folder, progress));
            case OBJECT_STORE -> new ObjectStore(folder);
            case TURN -> new Coturn(folder, progress);
            case JANUS -> new Janus(folder, progress);
        };
    }
}
