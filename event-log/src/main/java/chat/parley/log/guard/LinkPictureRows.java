package chat.parley.log.guard;

import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreview;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.events.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps in step which pictures of pages belong to messages, so that they go with them. */
final class LinkPictureRows {

    private final JdbcClient jdbc;

    LinkPictureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return writes the row; null if the event shows no picture of a page */
    @Nullable
    Runnable of(ConversationEvent event) {
        MessageContent content = event instanceof SentMessage sent ? sent.content() : null;
        LinkPreview link = content == null ? null : content.link();
        LinkPreview.Picture picture = link == null ? null : link.picture();
        return picture == null ? null : () -> add((SentMessage) event, picture);
    }

    private void add(SentMessage sent, LinkPreview.Picture picture) {
        jdbc.sql("INSERT INTO log.link_picture (picture, author, conversation, message) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(
                        picture.id().value(),
                        sent.author().value(),
                        sent.conversation().value(),
                        sent.message().value())
                .update();
    }

    void delete(ConversationId conversation, MessageId message) {
        jdbc.sql("UPDATE log.link_picture SET deleted = true WHERE conversation = ? AND message = ?")
                .params(conversation.value(), message.value())
                .update();
    }

    void deleteAll(ConversationId conversation) {
        jdbc.sql("UPDATE log.link_picture SET deleted = true WHERE conversation = ?")
                .param(conversation.value())
                .update();
    }

    /** Everything below an erased person's id is deleted. */
    void forget(UserId author) {
        jdbc.sql("DELETE FROM log.link_picture WHERE author = ?")
                .param(author.value())
                .update();
    }
}
