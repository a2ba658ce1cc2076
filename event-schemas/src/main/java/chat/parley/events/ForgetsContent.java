package chat.parley.events;

import java.util.List;

/** An event that erases the content of other events of its stream: in the log when it is recorded, and in every copy. */
public interface ForgetsContent {

    List<SequenceRange> forgets();
}
