package chat.parley.log.guard;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.Set;

/** The streams outside conversations that have events for a person: their account's, and others that name them. */
public interface PersonalStreams {

    Set<StreamId> streamsOf(UserId person);
}
