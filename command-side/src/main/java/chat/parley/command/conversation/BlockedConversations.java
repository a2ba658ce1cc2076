package chat.parley.command.conversation;

import chat.parley.access.Caller;
import chat.parley.events.Allowed;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.log.guard.Blocks;
import chat.parley.log.guard.Sights;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The direct conversations of which one side blocks the other, or does not let them write. The log refuses what is said in them; here a refusal is given its
 * reason, which tells the one who blocks and not the one who is blocked, and is remembered for a moment, so that whoever keeps trying
 * does not keep the log's writer busy.
 */
@Component
public final class BlockedConversations {

    private static final int MOST = 100_000;
    private static final Duration KEPT = Duration.ofSeconds(2);

    private record Author(ConversationId conversation, UserId user) {}

    private final Blocks blocks;
    private final AccountStatuses accounts;
    private final Sights sights;
    private final Cache<ConversationId, Set<UserId>> blockers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private final Cache<Author, Boolean> disclosing =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** Whose words the other does not take, for another reason than a block. */
    private final Cache<Author, Boolean> unwelcome =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    BlockedConversations(Blocks blocks, AccountStatuses accounts, Sights sights) {
        this.sights = sights;
        this.accounts = accounts;
        this.blocks = blocks;
    }

    /** @throws Refused as the attempt does; {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}, {@link Reason#ACCEPT_FIRST} */
    public <T> T say(Caller caller, ConversationId conversation, Supplier<T> attempt) {
        Set<UserId> known = blockers.getIfPresent(conversation);
        if (known != null && !known.isEmpty()) {
            throw refusal(known, caller);
        }
        if (unwelcome.getIfPresent(new Author(conversation, caller.user())) != null) {
            throw new Refused(Reason.NOT_ACCEPTED);
        }
        return explained(caller, conversation, attempt);
    }

    /** As {@link #say}, for what is refused only where something would be recorded. */
    public <T> T explained(Caller caller, ConversationId conversation, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (Refused refused) {
            throw refused.reason() == Reason.NOT_ACCEPTED ? reasonOf(conversation, caller) : refused;
        }
    }

    /** Whether the other members of a conversation are told what one has received and read, as of a moment ago. */
    public boolean discloses(ConversationId conversation, UserId member) {
        return disclosing.get(new Author(conversation, member), each -> sights.showsReceipts(member, conversation));
    }

    /** @throws Refused {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST} where one of the two people in it blocks the other, or the other does not let the caller write */
    public void requireOpen(Caller caller, ConversationId conversation) {
        if (!DirectConversation.is(conversation)) {
            return;
        }
        Set<UserId> known = blocks.blockersIn(conversation);
        boolean kept = sights.isUnwelcome(caller.user(), conversation);
        boolean asked = sights.isAsked(caller.user(), conversation);
        if (kept || !known.isEmpty()) {
            throw refusal(known, caller);
        }
        if (asked) {
            throw new Refused(Reason.ACCEPT_FIRST);
        }
    }

    /**
     * For asking somebody to be one's friend: nothing tells a block from what somebody allows.
     *
     * @throws Refused {@link Reason#NOT_ACCEPTED}, {@link Reason#UNBLOCK_FIRST}
     */
    public void requireAskable(Caller caller, UserId other) {
        boolean kept = accounts.privacy(other).writes() == Allowed.NOBODY;
        boolean own = blocks.of(caller.user()).contains(other);
        boolean blocked = blocks.apartFrom(caller.user()).contains(other);
        if (own || blocked || kept) {
            throw new Refused(own ? Reason.UNBLOCK_FIRST : Reason.NOT_ACCEPTED);
        }
    }

    /**
     * Of others, those who are not added to a group by the caller without being asked: it makes no difference whether they block the
     * caller or let nobody add them. Everything is asked for before anything is answered.
     *
     * @throws Refused {@link Reason#UNBLOCK_FIRST}
     */
    public Set<UserId> toBeAsked(Caller caller, Collection<UserId> others) {
        Set<UserId> asked = new HashSet<>(accounts.keepingOut(others, caller.user()));
        blocks.apartFrom(caller.user()).stream().filter(others::contains).forEach(asked::add);
        if (blocks.of(caller.user()).stream().anyMatch(others::contains)) {
            throw new Refused(Reason.UNBLOCK_FIRST);
        }
        return asked;
    }

    /** Something between the two people in it is not as it was. */
    public void changed(ConversationId conversation) {
        blockers.invalidate(conversation);
        privacyChanged();
    }

    /** Somebody chose what others may do and see. */
    public void privacyChanged() {
        disclosing.invalidateAll();
        unwelcome.invalidateAll();
    }

    private Refused reasonOf(ConversationId conversation, Caller caller) {
        Set<UserId> blocking = read(conversation);
        boolean asked = sights.isAsked(caller.user(), conversation);
        if (blocking.isEmpty() && asked) {
            return new Refused(Reason.ACCEPT_FIRST);
        }
        if (blocking.isEmpty()) {
            unwelcome.put(new Author(conversation, caller.user()), Boolean.TRUE);
        }
        return refusal(blocking, caller);
    }

    private Set<UserId> read(ConversationId conversation) {
        Set<UserId> found = blocks.blockersIn(conversation);
        blockers.put(conversation, found);
        return found;
    }

    private static Refused refusal(Set<UserId> blockers, Caller caller) {
        return new Refused(blockers.contains(caller.user()) ? Reason.UNBLOCK_FIRST : Reason.NOT_ACCEPTED);
    }
}
