package chat.parley.command.conversation.deletegroup;

import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ConversationId;
import chat.parley.log.guard.DeletedGroups;
import chat.parley.refusals.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets deleted groups part by part. How far it has come is recorded with each part, so that it goes on after a restart; several instances
 * wait for each other at the group. What a legal hold refuses is tried again.
 */
@Component
class GroupForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(GroupForgetting.class);

    /** Events in one transaction, which holds up all others. */
    private static final int PART = 200;

    /** Until others have their turn. */
    private static final int PARTS = 20;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final DeletedGroups groups;
    private final CommandDispatch dispatch;
    private final Clock clock;
    private final Map<ConversationId, Instant> refused = new HashMap<>();

    GroupForgetting(DeletedGroups groups, CommandDispatch dispatch, ObjectProvider<Clock> clock) {
        this.groups = groups;
        this.dispatch = dispatch;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void forget() {
        Instant now = clock.instant();
        refused.values().removeIf(until -> !now.isBefore(until));
        groups.toForget().stream().filter(group -> !refused.containsKey(group)).forEach(this::forget);
    }

    private void forget(ConversationId group) {
        try {
            for (int part = 0; part < PARTS; part++) {
                if (dispatch.sendOfItself(new ForgetDeleted(group, PART)).isEmpty()) {
                    return;
                }
            }
        } catch (Refused held) {
            LOG.debug("a deleted group is not forgotten yet: {}", held.reason());
            refused.put(group, clock.instant().plus(PAUSE));
        }
    }
}
