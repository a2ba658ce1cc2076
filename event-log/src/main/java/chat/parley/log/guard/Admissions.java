package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Optional;

/** Who is invited into a group or asks to join it, as of now; not who has come meanwhile. */
public interface Admissions {

    /**
     * @param by the person themselves if they asked, otherwise who invited them
     * @param sequence of the event that says so in the stream of the group and the person
     */
    record Admission(ConversationId group, UserId person, UserId by, long sequence) {

        public boolean isRequest() {
            return person.equals(by);
        }

        public StreamId stream() {
            return StreamId.admission(group, person);
        }
    }

    Optional<Admission> find(ConversationId group, UserId person);

    /** Those who are to come into a group, up to a limit. */
    List<Admission> into(ConversationId group, int limit);

    /** The groups that somebody is invited to or asks to join, up to a limit. */
    List<Admission> of(UserId person, int limit);
}
