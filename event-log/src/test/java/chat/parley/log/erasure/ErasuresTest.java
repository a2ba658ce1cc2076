package chat.parley.log.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ErasuresTest {

    private static final Set<String> PARTS = Set.of("objects", "history.1", "history.0");

    private interface Story {
        void tell(Erasures erasures, ApplicationContext context);
    }

    private static void withErasures(Story story) {
        LogContext.runner().run(context -> story.tell(context.getBean(Erasures.class), context));
    }

    /** @return the position of the event that says so */
    private static long erase(ApplicationContext context, Examples two, ErasureId id) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        context.getBean(EventLog.class).append(List.of(two.registered(name())));
        return transaction.execute(_ -> {
            context.getBean(Erasures.class).begin(two.alice(), id, PARTS);
            return context.getBean(EventLog.class)
                    .append(List.of(two.erased(1)))
                    .getLast()
                    .position();
        });
    }

    private static String name() {
        return "alice_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void anErasureIsCompleteWhenEveryPartHasForgotten() {
        withErasures((erasures, context) -> {
            Examples two = Examples.ofTwo();
            ErasureId id = new ErasureId(UUID.randomUUID());
            long position = erase(context, two, id);
            Erasure begun = erasures.find(id).orElseThrow();
            assertThat(begun.account()).isEqualTo(two.alice());
            assertThat(begun.position()).isEqualTo(position);
            assertThat(begun.parts())
                    .extracting(Erasure.Part::name)
                    .containsExactly("history.0", "history.1", "objects");
            assertThat(begun.complete()).isFalse();
            erasures.forgotten(two.alice(), "objects");
            erasures.forgotten(two.alice(), "history.0");
            assertThat(erasures.find(id).orElseThrow().complete()).isFalse();
            erasures.forgotten(two.alice(), "history.1");
            Erasure done = erasures.of(two.alice()).orElseThrow();
            assertThat(done.complete()).isTrue();
            assertThat(done.parts())
                    .allSatisfy(part -> assertThat(part.forgotten()).isAfterOrEqualTo(begun.requested()));
        });
    }

    @Test
    void aPartThatReportsAgainOrUnaskedChangesNothing() {
        withErasures((erasures, context) -> {
            Examples two = Examples.ofTwo();
            ErasureId id = new ErasureId(UUID.randomUUID());
            erase(context, two, id);
            erasures.forgotten(two.alice(), "objects");
            Erasure once = erasures.find(id).orElseThrow();
            erasures.forgotten(two.alice(), "objects");
            erasures.forgotten(two.alice(), "history.17");
            erasures.forgotten(two.bob(), "objects");
            assertThat(erasures.find(id)).contains(once);
            assertThat(erasures.of(two.bob())).isEmpty();
        });
    }

    @Test
    void whatAPartHasYetToForgetIsFoundOldestFirst() {
        withErasures((erasures, context) -> {
            Examples first = Examples.ofTwo();
            Examples second = Examples.ofTwo();
            erase(context, first, new ErasureId(UUID.randomUUID()));
            erase(context, second, new ErasureId(UUID.randomUUID()));
            assertThat(waiting(erasures, "history.1")).containsSubsequence(first.alice(), second.alice());
            erasures.forgotten(first.alice(), "history.1");
            assertThat(waiting(erasures, "history.1")).contains(second.alice()).doesNotContain(first.alice());
            assertThat(waiting(erasures, "history.0")).contains(first.alice(), second.alice());
            assertThat(waiting(erasures, "nothing")).isEmpty();
        });
    }

    private static List<UserId> waiting(Erasures erasures, String part) {
        return erasures.waitingFor(part, 1_000).stream().map(Erasure::account).toList();
    }
}
