package chat.parley.gateway.fanout;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.node.CountedPost.Letter;
import java.util.List;
import java.util.Set;

/**
 * An event, whom it concerns, and what goes to other nodes for that.
 */
record Addressed(Envelope envelope, Set<UserId> members, List<Letter> letters) {}
