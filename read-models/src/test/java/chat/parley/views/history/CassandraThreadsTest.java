package chat.parley.views.history;

class CassandraThreadsTest extends ThreadsContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
