package chat.parley.gateway.presence;

import chat.parley.contracts.ConversationFeed;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.service.Lookers;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells this node's sockets of people's presence. One thread reads it from Redis, for many sockets together, only when it tells it, so
 * that the last thing told is true. A change that waits already is told once; while Redis or the query side is away, all of them
 * wait. Nothing is told of people but what they show.
 */
@Component
class PresenceSender implements SmartLifecycle, Supervising {

    private static final int USERS_TOGETHER = 1_000;

    /** What is told of someone who does not show whether they are online. */
    private static final Presence HIDDEN = new Presence(false, null);

    private final Presences presences;
    private final Function<Map<UserId, Set<UserId>>, HiddenDetails> sight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Map<ClientSocket, Set<UserId>> waiting = new LinkedHashMap<>();
    private @Nullable Supervised teller;

    @Autowired
    PresenceSender(Presences presences, ConversationFeed feed) {
        this(presences, looks -> Lookers.hidden(feed, looks));
    }

    /** @param sight tells what is hidden from people of those whom they look at */
    PresenceSender(Presences presences, Function<Map<UserId, Set<UserId>>, HiddenDetails> sight) {
        this.sight = sight;
        this.presences = presences;
    }

    /** Never waits. */
    void add(ClientSocket socket, Collection<UserId> users) {
        if (!users.isEmpty() && socket.isOpen()) {
            lock.lock();
            try {
                waiting.computeIfAbsent(socket, _ -> new HashSet<>()).addAll(users);
                more.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private void tellOnAndOn() throws InterruptedException {
        while (true) {
            Map<ClientSocket, Set<UserId>> batch = take();
            boolean read = false;
            try {
                Map<UserId, Presence> now = presences.of(
                        batch.values().stream().flatMap(Set::stream).distinct().toList());
                HiddenDetails hidden = sight.apply(looks(batch));
                read = true;
                batch.forEach((socket, users) -> users.forEach(user -> {
                    Set<Detail> hiddenHere = hidden.of(socket.caller().user(), user);
                    tell(socket, user, hiddenHere.contains(Detail.ONLINE) ? HIDDEN : now.get(user), hiddenHere);
                }));
            } finally {
                if (!read) {
                    putBack(batch);
                }
            }
        }
    }

    private static Map<UserId, Set<UserId>> looks(Map<ClientSocket, Set<UserId>> batch) {
        Map<UserId, Set<UserId>> looks = new HashMap<>();
        batch.forEach((socket, users) -> looks.computeIfAbsent(socket.caller().user(), _ -> new HashSet<>())
                .addAll(users));
        return looks;
    }

    private void putBack(Map<ClientSocket, Set<UserId>> batch) {
        batch.forEach(this::add);
        lock.lock();
        try {
            waiting.keySet().removeIf(socket -> !socket.isOpen());
        } finally {
            lock.unlock();
        }
    }

    private static void tell(ClientSocket socket, UserId user, @Nullable Presence presence, Set<Detail> hidden) {
        if (presence != null) {
            socket.tell(new ServerFrame.PresenceOf(
                    user, presence.online(), hidden.contains(Detail.LAST_SEEN) ? null : presence.lastSeen()));
        }
    }

    private Map<ClientSocket, Set<UserId>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                more.await();
            }
            Map<ClientSocket, Set<UserId>> batch = new LinkedHashMap<>();
            int users = 0;
            Iterator<Map.Entry<ClientSocket, Set<UserId>>> first =
                    waiting.entrySet().iterator();
            while (first.hasNext() && users < USERS_TOGETHER) {
                Map.Entry<ClientSocket, Set<UserId>> next = first.next();
                batch.put(next.getKey(), next.getValue());
                users += next.getValue().size();
                first.remove();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized void start() {
        teller = Supervised.start("presence", this::tellOnAndOn);
    }

    @Override
    public synchronized void stop() {
        Supervised running = teller;
        teller = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public synchronized Collection<Supervised> supervised() {
        return teller == null ? List.of() : List.of(teller);
    }

    @Override
    public synchronized boolean isRunning() {
        return teller != null;
    }
}
