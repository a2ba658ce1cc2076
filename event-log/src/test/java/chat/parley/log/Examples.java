package chat.parley.log;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.Allowed;
import chat.parley.events.BlockedPerson;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.EventId;
import chat.parley.events.Findable;
import chat.parley.events.FriendshipAccepted;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageId;
import chat.parley.events.MessageRequestAnswered;
import chat.parley.events.MessageSent;
import chat.parley.events.ParleyEvent;
import chat.parley.events.PersonBlocked;
import chat.parley.events.PersonUnblocked;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.ReactionsChanged;
import chat.parley.events.ReactionsChanged.Reactions;
import chat.parley.events.RequestAnswer;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two new people for each test, and events of theirs. The log deletes nothing, so tests do not share people. */
public record Examples(UserId alice, UserId bob) {

    public static Examples ofTwo() {
        return new Examples(new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));
    }

    /** The same for the same two, whoever's is which. */
    public ConversationId conversation() {
        return DirectConversation.ofBits(
                alice.value().getMostSignificantBits() ^ bob.value().getMostSignificantBits(),
                alice.value().getLeastSignificantBits() ^ bob.value().getLeastSignificantBits());
    }

    public NewEvent started() {
        return fresh(0, new DirectConversationStarted(conversation(), List.of(alice, bob), alice), null);
    }

    public NewEvent sent(long sequence, String text) {
        return sent(sequence, text, new MessageId(UUID.randomUUID()));
    }

    public NewEvent sent(long sequence, String text, MessageId message) {
        return fresh(
                sequence,
                new MessageSent(conversation(), sequence, alice, message, new MessageContent(text)),
                CommandId.of(alice, message));
    }

    public NewEvent registered(String username) {
        return fresh(
                0,
                new AccountRegistered(alice, new AccountDetails(username, "Alice", "alice@example.org", null)),
                null);
    }

    public NewEvent renamed(long sequence, String username) {
        return fresh(sequence, new ProfileChanged(alice, new ProfileDetails(username, "Alice", null)), null);
    }

    /** By Bob, of Alice. */
    public NewEvent blocked(long sequence) {
        return fresh(sequence, new PersonBlocked(bob, new BlockedPerson(alice, conversation())), null);
    }

    public NewEvent unblocked(long sequence) {
        return fresh(sequence, new PersonUnblocked(bob, new BlockedPerson(alice, conversation())), null);
    }

    /** Bob, whose privacy {@link #allowed} is about. */
    public NewEvent bobRegistered() {
        String username = "bob_" + UUID.randomUUID().toString().substring(0, 8);
        return fresh(0, new AccountRegistered(bob, new AccountDetails(username, "Bob", "bob@example.org", null)), null);
    }

    /** What Bob allows others and shows them. */
    public NewEvent allowed(long sequence, Allowed writes, Visibility visibility) {
        return fresh(sequence, new PrivacyChanged(bob, Findable.BY_NAME, writes, Allowed.EVERYONE, visibility), null);
    }

    /** Alice asks Bob. */
    public NewEvent friendAsked(long sequence) {
        return fresh(sequence, new FriendshipRequested(conversation(), alice, bob, null), null);
    }

    /** Bob asks Alice. */
    public NewEvent friendAskedBack(long sequence) {
        return fresh(sequence, new FriendshipRequested(conversation(), bob, alice, null), null);
    }

    /** Bob, of what Alice writes. */
    public NewEvent requestAnswered(long sequence, RequestAnswer answer) {
        return fresh(sequence, new MessageRequestAnswered(bob, alice, conversation(), answer), null);
    }

    public NewEvent befriended(long sequence) {
        return fresh(sequence, new FriendshipAccepted(conversation(), bob, alice), null);
    }

    public NewEvent erased(long sequence) {
        return fresh(sequence, new AccountErased(alice), null);
    }

    public NewEvent held(long sequence) {
        return fresh(sequence, new LegalHoldPlaced(alice), null);
    }

    public NewEvent lifted(long sequence) {
        return fresh(sequence, new LegalHoldLifted(alice), null);
    }

    /** Of a message whose number is its sequence, as those of {@link #sent} are. */
    public NewEvent deleted(long sequence, long target) {
        MessageId message = new MessageId(UUID.randomUUID());
        return fresh(sequence, new MessageDeleted(conversation(), target, target, message, alice), null);
    }

    /** Of a message whose number is its sequence. */
    public NewEvent reacted(long sequence, UserId member, long target, String... emojis) {
        MessageId message = new MessageId(UUID.randomUUID());
        Reactions reactions = new Reactions(List.of(emojis));
        return fresh(sequence, new ReactionsChanged(conversation(), target, target, message, member, reactions), null);
    }

    /** Of a message whose number is its sequence, by its author. */
    public NewEvent edited(long sequence, long target, String text) {
        MessageId message = new MessageId(UUID.randomUUID());
        MessageContent content = new MessageContent(text);
        return fresh(sequence, new MessageEdited(conversation(), target, target, message, alice, content), null);
    }

    private NewEvent fresh(long sequence, ParleyEvent event, @Nullable CommandId command) {
        return new NewEvent(
                new EventId(UUID.randomUUID()),
                sequence,
                event,
                command,
                new Metadata(alice, null, UUID.randomUUID(), null));
    }
}
