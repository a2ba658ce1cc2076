package chat.parley.gateway.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedPagesTest {

    private static final int CLIENTS = 200;
    private static final FeedRequest REQUEST = new FeedRequest(List.of(), null, 200);

    private final ServiceCaller caller =
            new ServiceCaller(new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID())));
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger mostAsking = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    private interface Answer {
        FeedPage page() throws InterruptedException;
    }

    private static FeedPages pages(Answer answer) {
        return new FeedPages((ConversationFeed) Proxy.newProxyInstance(
                ConversationFeed.class.getClassLoader(),
                new Class<?>[] {ConversationFeed.class},
                (_, _, _) -> answer.page()));
    }

    private FeedPage whenTold() throws InterruptedException {
        mostAsking.accumulateAndGet(asking.incrementAndGet(), Math::max);
        answer.await();
        asking.decrementAndGet();
        return FeedPage.end(1, List.of());
    }

    @Test
    void ofManyWhoComeBackAtOnceAFewAskAtATimeAndAllAreAnswered() throws Exception {
        FeedPages pages = pages(this::whenTold);
        List<Future<FeedPage>> answered = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                answered.add(clients.submit(() -> pages.page(caller, REQUEST)));
            }
            await().until(() -> asking.get() == FeedPages.AT_ONCE);
            answer.countDown();
        }

        assertThat(answered).allMatch(each -> each.state() == Future.State.SUCCESS);
        assertThat(mostAsking).hasValue(FeedPages.AT_ONCE);
    }

    @Test
    void whoIsRefusedMakesRoomForTheNext() throws InterruptedException {
        FeedPages pages = pages(() -> {
            throw new Refused(Reason.UNAVAILABLE);
        });

        for (int i = 0; i < 2 * FeedPages.AT_ONCE; i++) {
            assertRefused(pages);
        }
    }

    private void assertRefused(FeedPages pages) throws InterruptedException {
        try {
            pages.page(caller, REQUEST);
            throw new AssertionError("it was not refused");
        } catch (Refused e) {
            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
        }
    }
}
