package chat.parley.command.threads;

import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessageReference;
import chat.parley.events.ThreadMarked;
import chat.parley.events.UserId;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadMarksTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final ConversationId TALK = DirectConversation.ofBits(1, 2);
    private static final MessageReference ROOT = new MessageReference(3, 4);

    private final AggregateTestFixture<ThreadMarks> fixture = new AggregateTestFixture<>(ThreadMarks.class);

    @Test
    void readingOnLeavesWhatWasChosen() {
        fixture.givenNoPriorActivity().when(mark(null, 2)).expectEvents(marked(null, 2));
        fixture.given(marked(false, 2)).when(mark(null, 5)).expectEvents(marked(false, 5));
    }

    @Test
    void choosingLeavesHowFarWasRead() {
        fixture.given(marked(null, 2)).when(mark(true, 0)).expectEvents(marked(true, 2));
        fixture.given(marked(true, 2)).when(mark(false, 4)).expectEvents(marked(false, 4));
    }

    @Test
    void nothingGoesBackAndNothingIsRecordedTwice() {
        fixture.given(marked(true, 5)).when(mark(null, 3)).expectNoEvents();
        fixture.given(marked(true, 5)).when(mark(true, 5)).expectNoEvents();
    }

    private static MarkThread mark(@Nullable Boolean following, long readUpTo) {
        return new MarkThread(TALK, ALICE, ROOT, following, readUpTo);
    }

    private static ThreadMarked marked(@Nullable Boolean following, long readUpTo) {
        return new ThreadMarked(TALK, ALICE, ROOT, following, readUpTo);
    }
}
