package chat.parley.events;

import java.util.List;

/** An event that takes the content of other events of its stream away: from the log as it is recorded, and from every copy. */
public interface ForgetsContent {

    List<SequenceRange> forgets();
}
