package chat.parley.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.database.Role;
import chat.parley.events.StreamId;
import chat.parley.log.ChildProcess;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import chat.parley.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies on the way through an append that changes guard tables. */
class KilledAppendTest {

    @ParameterizedTest
    @EnumSource
    void guardRowsAndEventsAgreeWhereverTheProcessDiesAndTheLogGoesOnWithoutAHole(HaltingAppend.Step step) {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            Memberships memberships = context.getBean(Memberships.class);
            Examples two = Examples.ofTwo();
            long before =
                    log.append(List.of(Examples.ofTwo().started())).getLast().position();

            assertThat(dieAt(step, two)).isEqualTo(HaltingAppend.HALTED);

            long next =
                    log.append(List.of(Examples.ofTwo().started())).getLast().position();
            assertThat(next).isEqualTo(step.isDurable() ? before + 2 : before + 1);
            assertThat(log.readAfter(before, 10))
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            step.isDurable() ? List.of(before + 1, before + 2) : List.of(before + 1));
            assertThat(log.readStream(StreamId.conversation(two.conversation()), 0, 10))
                    .hasSize(step.isDurable() ? 1 : 0);
            assertThat(memberships.sizeOf(two.conversation())).isEqualTo(step.isDurable() ? 2 : 0);
        });
    }

    private static int dieAt(HaltingAppend.Step step, Examples two) throws InterruptedException {
        var postgresql = TestDatabase.shared().as(Role.COMMAND);
        List<String> arguments =
                List.of(step.name(), two.alice().toString(), two.bob().toString());
        try (ChildProcess child = ChildProcess.start(HaltingAppend.class, postgresql, arguments)) {
            return child.awaitEnd();
        }
    }
}
