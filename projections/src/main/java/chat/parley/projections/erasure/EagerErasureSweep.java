package chat.parley.projections.erasure;

import chat.parley.distribution.RepeatedService;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import chat.parley.projections.View;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.presence.Presences;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sweeps every view as soon as an erasure is recorded, however far its queues are behind. This does not complete the
 * erasure: what a queue still holds is swept after it has passed the event, see {@link QueueErasure}. Presence has no queue
 * and accepts nothing about an erased person, so there the first sweep is the only one.
 */
@Component
public final class EagerErasureSweep extends RepeatedService {

    private static final Logger LOG = LoggerFactory.getLogger(EagerErasureSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 1_000;
    private static final String PRESENCE = "presence";

    private final List<View> views;
    private final Presences presences;
    private final Erasures erasures;
    private final Map<String, Set<ErasureId>> swept = new HashMap<>();

    EagerErasureSweep(List<View> views, Presences presences, Erasures erasures, TaskScheduler scheduler) {
        super(scheduler, "first sweep", PAUSE);
        this.views = views;
        this.presences = presences;
        this.erasures = erasures;
    }

    @Override
    protected void once() {
        for (View view : views) {
            for (int queue = 0; queue < view.group().queues(); queue++) {
                sweep(view, queue);
            }
        }
        sweepPresence();
    }

    private void sweep(View view, int queue) {
        String part = view.group().part(queue);
        List<Erasure> waiting = erasures.waitingFor(part, AT_ONCE);
        Set<ErasureId> done = swept.computeIfAbsent(part, _ -> new HashSet<>());
        done.retainAll(waiting.stream().map(Erasure::id).toList());
        for (Erasure erasure : waiting) {
            if (!done.contains(erasure.id()) && works(part, () -> view.forget(erasure.account(), erasure.position()))) {
                done.add(erasure.id());
            }
        }
    }

    private void sweepPresence() {
        for (Erasure erasure : erasures.waitingFor(PRESENCE, AT_ONCE)) {
            if (works(PRESENCE, () -> presences.forget(erasure.account()))) {
                erasures.forgotten(erasure.account(), PRESENCE);
            }
        }
    }

    /** A failure delays nothing else and is retried in the next round. */
    private static boolean works(String part, Runnable work) {
        try {
            work.run();
            return true;
        } catch (ViewUnavailable e) {
            LOG.debug("{} is away and will be swept later", part, e);
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be swept: {}", part, e.getClass().getName());
        }
        return false;
    }
}
