package chat.parley.views.directory;

import chat.parley.views.Checkpoint;
import chat.parley.views.Checkpoints;
import chat.parley.views.CheckpointsContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class PostgresDirectoryCheckpointsTest extends CheckpointsContract {

    @BeforeEach
    void empty() {
        PostgresStores.empty();
    }

    @Override
    protected Checkpoints checkpoints() {
        return PostgresStores.WRITER.checkpoints();
    }

    @Override
    protected void advance(int queue, Checkpoint reached) {
        PostgresStores.WRITER.write(List.of(), queue, reached);
    }
}
