package chat.parley.command.conversation;

import chat.parley.command.engine.SnapshotShape;
import chat.parley.command.engine.SnapshottedAggregates;
import chat.parley.events.StreamId;
import org.axonframework.config.AggregateConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    AggregateConfiguration<Conversation> conversationAggregate() {
        return SnapshottedAggregates.aggregate(Conversation.class);
    }

    @Bean
    SnapshotShape<Conversation, ConversationState> conversationSnapshots() {
        return new SnapshotShape<>(
                Conversation.class,
                StreamId.CONVERSATION,
                ConversationState.REVISION,
                ConversationState.class,
                Conversation::state,
                Conversation::new);
    }
}
