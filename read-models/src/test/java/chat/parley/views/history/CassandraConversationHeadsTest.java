package chat.parley.views.history;

class CassandraConversationHeadsTest extends ConversationHeadsContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
