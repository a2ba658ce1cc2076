package chat.parley.gateway.fanout;

import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.node.SequencedNodePublisher.Letter;
import java.util.List;
import java.util.Set;

/** An event with its audience and the messages to other nodes. */
record AddressedEvent(Envelope envelope, Set<UserId> members, List<Letter> letters) {}
