package chat.parley.infrastructure;

import java.io.IOException;

/** Knows how to start one part in its folder, whatever state an earlier run left the folder in. */
interface EmbeddedPart {
    /** Where the part will answer, known before it starts. What an earlier run left running must have been stopped by then. */
    Address address() throws PartFailed;

    /** Returns when the part answers. Whoever interrupts it finds nothing left running. */
    RunningPart start() throws IOException, InterruptedException, PartFailed;

    static EmbeddedPart in(PartFolder folder, Progress progress) {
        return switch (folder.part()) {
            case POSTGRESQL -> new Postgresql(folder);
            case REDIS -> new Redis(folder);
            case CASSANDRA -> new Cassandra(folder);
            case RABBITMQ -> new Rabbitmq(folder, new RabbitmqFinder(folder, progress));
            case OBJECT_STORE -> new ObjectStore(folder);
        };
    }
}
