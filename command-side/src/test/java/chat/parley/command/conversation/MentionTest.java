package chat.parley.command.conversation;

import static chat.parley.command.conversation.ConversationEvents.ALICE;
import static chat.parley.command.conversation.ConversationEvents.BOB;
import static chat.parley.command.conversation.ConversationEvents.CAROL;
import static chat.parley.command.conversation.ConversationEvents.CONVERSATION;
import static chat.parley.command.conversation.ConversationEvents.message;
import static chat.parley.command.conversation.ConversationEvents.sent;
import static chat.parley.command.conversation.ConversationEvents.startedBy;

import chat.parley.command.conversation.editmessage.EditMessage;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class MentionTest {

    private static final MessageContent BOTH =
            new MessageContent("@bob @carol", List.of(new Mention(BOB, 0, 4), new Mention(CAROL, 5, 6)));
    private static final MessageContent BOB_ALONE = new MessageContent("@bob @carol", List.of(new Mention(BOB, 0, 4)));

    private final AggregateTestFixture<Conversation> fixture = new AggregateTestFixture<>(Conversation.class);
    private final MessageSent plain = sent(1, ALICE, message(1), "hello");

    @Test
    void membersAreMentionedAndNobodyElse() {
        fixture.given(startedBy(ALICE))
                .when(new SendMessage(CONVERSATION, ALICE, message(1), BOTH))
                .expectEvents(new MessageSent(CONVERSATION, 1, ALICE, message(1), BOB_ALONE));
    }

    @Test
    void whatIsSentOnSaysSoAndNothingOfWhereItWas() {
        MessageContent content = new MessageContent("hear, hear");
        fixture.given(startedBy(ALICE))
                .when(new SendMessage(CONVERSATION, ALICE, message(1), null, true, content, Set.of(), Instant.MAX))
                .expectEvents(new MessageSent(CONVERSATION, 1, ALICE, message(1), null, true, content));
    }

    @Test
    void inAConversationOfTwoEveryoneIsNoMention() {
        MessageContent all = new MessageContent("@all", List.of(new Mention(UserId.EVERYONE, 0, 4)));
        fixture.given(startedBy(ALICE))
                .when(new SendMessage(CONVERSATION, ALICE, message(1), all))
                .expectEvents(new MessageSent(CONVERSATION, 1, ALICE, message(1), new MessageContent("@all")));
    }

    @Test
    void anEditMentionsMembersAndNobodyElse() {
        fixture.given(startedBy(ALICE), plain)
                .when(new AnnotateMessage(
                        new EditMessage(ALICE, 1, plain, Optional.empty(), 1, 9, BOTH, 1), Instant.MAX))
                .expectEvents(new MessageEdited(CONVERSATION, 1, 1, message(1), ALICE, BOB_ALONE));
    }
}
