package chat.parley.command.block;

import chat.parley.events.BlockedPerson;
import chat.parley.events.DirectConversation;
import chat.parley.events.PersonBlocked;
import chat.parley.events.PersonUnblocked;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class BlockedPeopleTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final BlockedPerson BOB =
            new BlockedPerson(new UserId(new UUID(0, 0xB)), DirectConversation.ofBits(1, 2));
    private static final PersonBlocked BLOCKED = new PersonBlocked(ALICE, BOB);
    private static final PersonUnblocked UNBLOCKED = new PersonUnblocked(ALICE, BOB);

    private final AggregateTestFixture<BlockedPeople> fixture = new AggregateTestFixture<>(BlockedPeople.class);

    @Test
    void someoneIsBlockedOnce() {
        fixture.givenNoPriorActivity().when(new BlockPerson(ALICE, BOB, false)).expectEvents(BLOCKED);
        fixture.given(BLOCKED)
                .when(new BlockPerson(ALICE, BOB, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(BLOCKED, UNBLOCKED)
                .when(new BlockPerson(ALICE, BOB, false))
                .expectEvents(BLOCKED);
    }

    @Test
    void someoneIsUnblockedWhoIsBlocked() {
        fixture.given(BLOCKED).when(new UnblockPerson(ALICE, BOB, true)).expectEvents(UNBLOCKED);
        fixture.given(BLOCKED, UNBLOCKED)
                .when(new UnblockPerson(ALICE, BOB, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyBlocksThemselves() {
        fixture.givenNoPriorActivity()
                .when(new BlockPerson(ALICE, new BlockedPerson(ALICE, BOB.conversation()), false))
                .expectException(Refused.class)
                .expectExceptionMessage(Reason.SELF_BLOCK.sentence())
                .expectNoEvents();
    }
}
