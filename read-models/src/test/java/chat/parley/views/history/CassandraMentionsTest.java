package chat.parley.views.history;

class CassandraMentionsTest extends MentionsContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
