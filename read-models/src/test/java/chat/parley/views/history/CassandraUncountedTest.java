package chat.parley.views.history;

class CassandraUncountedTest extends UncountedContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
