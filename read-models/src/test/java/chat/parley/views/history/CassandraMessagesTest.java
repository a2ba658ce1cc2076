package chat.parley.views.history;

class CassandraMessagesTest extends MessagesContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
