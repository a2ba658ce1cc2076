package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a stream: the events of one aggregate, e.g. {@code conversation/0190…}.
 *
 * @param value category and key, separated by slashes; the {@code subject} of the envelope
 */
public record StreamId(@JsonValue String value) {

    public static final String ACCOUNT = "account";
    /** Somebody who is to come into a group: told to them and to who leads it. */
    public static final String ADMISSION = "admission";

    /** Its events are for nobody but the member themselves. */
    public static final String ARRANGEMENT = "arrangement";

    /** Its events are for nobody but the person themselves. */
    public static final String BLOCKS = "blocks";

    public static final String CONVERSATION = "conversation";
    /** Two people, told to both of them. */
    public static final String FRIENDSHIP = "friendship";

    /** Its events are for nobody but the member themselves. */
    public static final String HIDDEN = "hidden";

    /** Its events are for nobody but the person to whom was written. */
    public static final String MESSAGE_REQUESTS = "message-requests";

    public static final String READ_CURSOR = "read-cursor";
    /** What a member of a group reports: told to them and to who leads it. */
    public static final String REPORT = "report";

    /** Its events are for nobody but the member themselves. */
    public static final String THREAD = "thread";

    public StreamId {
        if (value.indexOf('/') < 1) {
            throw new IllegalArgumentException("a stream id is category/key");
        }
    }

    @JsonCreator
    public static StreamId of(String value) {
        return new StreamId(value);
    }

    public static StreamId account(UserId account) {
        return new StreamId(ACCOUNT + "/" + account);
    }

    public static StreamId admission(ConversationId group, UserId person) {
        return new StreamId(ADMISSION + "/" + group + "/" + person);
    }

    public static StreamId arrangement(ConversationId conversation, UserId member) {
        return new StreamId(ARRANGEMENT + "/" + conversation + "/" + member);
    }

    public static StreamId blocks(UserId blocker) {
        return new StreamId(BLOCKS + "/" + blocker);
    }

    public static StreamId conversation(ConversationId conversation) {
        return new StreamId(CONVERSATION + "/" + conversation);
    }

    /** @param direct the conversation of the two, whether or not there is one */
    public static StreamId friendship(ConversationId direct) {
        return new StreamId(FRIENDSHIP + "/" + direct);
    }

    public static StreamId hidden(ConversationId conversation, UserId member) {
        return new StreamId(HIDDEN + "/" + conversation + "/" + member);
    }

    public static StreamId messageRequests(UserId recipient) {
        return new StreamId(MESSAGE_REQUESTS + "/" + recipient);
    }

    public static StreamId readCursor(ConversationId conversation, UserId member) {
        return new StreamId(READ_CURSOR + "/" + conversation + "/" + member);
    }

    public static StreamId report(ConversationId group, ReportId report) {
        return new StreamId(REPORT + "/" + group + "/" + report);
    }

    /** @param root the number of the message that the thread is about */
    public static StreamId thread(ConversationId conversation, UserId member, long root) {
        return new StreamId(THREAD + "/" + conversation + "/" + member + "/" + root);
    }

    public String category() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The key of the partition: the conversation's id for everything in a conversation, else the account's. */
    public String partitionKey() {
        int begin = value.indexOf('/') + 1;
        int end = value.indexOf('/', begin);
        return end < 0 ? value.substring(begin) : value.substring(begin, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
