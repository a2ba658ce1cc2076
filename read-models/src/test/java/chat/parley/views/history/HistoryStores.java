package chat.parley.views.history;

/** One implementation of the history view: what is written through one port is read through the others. */
record HistoryStores(
        HistoryWriter writer,
        Messages messages,
        ConversationHeads heads,
        MemberWatermarks watermarks,
        Mentions mentions,
        Threads threads,
        Uncounted uncounted,
        Receipts receipts,
        HistoryCheckpoints checkpoints) {}
