package chat.parley.log.guard;

import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.Set;

/** Which streams apart from any conversation have events for a person: their account's, and others' that name them. */
public interface PersonalStreams {

    Set<StreamId> streamsOf(UserId person);
}
