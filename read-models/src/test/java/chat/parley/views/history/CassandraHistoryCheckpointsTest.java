package chat.parley.views.history;

import chat.parley.views.Checkpoints;
import chat.parley.views.CheckpointsContract;

class CassandraHistoryCheckpointsTest extends CheckpointsContract {

    @Override
    protected Checkpoints checkpoints() {
        return CassandraStores.STORES.checkpoints();
    }

    @Override
    protected void advance(int queue, long position) {
        CassandraStores.STORES.checkpoints().advance(queue, position);
    }
}
