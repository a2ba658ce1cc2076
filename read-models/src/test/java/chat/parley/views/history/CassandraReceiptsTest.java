package chat.parley.views.history;

class CassandraReceiptsTest extends ReceiptsContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
