package chat.parley.views.history;

import chat.parley.views.Checkpoint;
import chat.parley.views.Checkpoints;
import chat.parley.views.CheckpointsContract;

class CassandraHistoryCheckpointsTest extends CheckpointsContract {

    @Override
    protected Checkpoints checkpoints() {
        return CassandraStores.STORES.checkpoints();
    }

    @Override
    protected void advance(int queue, Checkpoint reached) {
        CassandraStores.STORES.checkpoints().advance(queue, reached);
    }
}
