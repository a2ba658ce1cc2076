package chat.parley.load.traffic;

/** What clients tell of what comes to them, and who is to do something about it. */
public interface Conversation {

    /** An event came to a person. */
    void happened(ServerFrame event, int person, long readAtNanos);

    void acknowledged(ServerFrame frame);

    void refused(String code);

    /** What came so far came before what is measured. */
    void forgetSeen();
}
