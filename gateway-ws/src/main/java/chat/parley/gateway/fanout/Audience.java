package chat.parley.gateway.fanout;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.ConversationEvent;
import chat.parley.events.Envelope;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.service.OnBehalf;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom an event concerns: the members of its conversation, its author included; of an erasure, those the person talked with. */
@Component
class Audience {

    private final Members members;
    private final ConversationFeed feed;

    Audience(Members members, ConversationFeed feed) {
        this.members = members;
        this.feed = feed;
    }

    Set<UserId> of(Envelope envelope) {
        return switch (envelope.event()) {
            case AccountErased erased -> Set.copyOf(feed.everyPeer(OnBehalf.of(erased.account())));
            case AccountEvent _, UnknownEvent _ -> Set.of();
            case ConversationEvent event -> {
                members.learn(event);
                yield members.of(OnBehalf.of(event.actor()), event.conversation());
            }
            case ReadCursorEvent event -> members.of(OnBehalf.of(event.member()), event.conversation());
        };
    }
}
