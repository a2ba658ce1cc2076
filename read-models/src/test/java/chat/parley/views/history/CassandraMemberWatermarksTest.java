package chat.parley.views.history;

class CassandraMemberWatermarksTest extends MemberWatermarksContract {

    @Override
    HistoryStores stores() {
        return CassandraStores.STORES;
    }
}
