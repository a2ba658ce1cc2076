package chat.parley.gateway.sfu;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.frames.ServerFrame.SfuFeed;
import chat.parley.gateway.frames.ServerFrame.SfuStream;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One device in the call of a group: what it sends goes over one handle of the media server, what it receives over another. Who sends what
 * is told by names that only gateways give; what devices say of themselves never reaches the media server.
 */
final class SfuSession {

    private static final Logger LOG = LoggerFactory.getLogger(SfuSession.class);
    private static final String PLUGIN = "janus.plugin.videoroom";
    private static final Pattern CANDIDATES = Pattern.compile("(?m)^a=(candidate:|end-of-candidates)[^\n]*\n?");
    private static final int NO_SUCH_FEED = 428;
    private static final int EXISTS = 427;

    /** @param mid of the offer that the media server made last */
    private record Slot(String mid, int layer) {}

    private record Wanted(String feed, String source) {}

    private final Janus janus;
    private final Room room;
    private final Caller caller;
    private final Consumer<ServerFrame> tell;
    private final long epoch;
    private final long session;
    private final long publisher;
    private final String feed = UUID.randomUUID().toString();
    private final ReentrantLock turn = new ReentrantLock();
    private final ExecutorService events = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sfu-events").factory());
    private final Map<String, SfuFeed> feeds = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> mids = new HashMap<>();
    private final Map<Wanted, Slot> received = new HashMap<>();
    /** Of these something has come: before that, a layer that the sender does not send would be waited for in vain. */
    private final Set<Wanted> flowing = new HashSet<>();

    private Map<Wanted, Integer> wanted = Map.of();
    private @Nullable Long receiver;
    private @Nullable ServerFrame unanswered;
    private long offers;
    private long version;
    private volatile boolean closed;

    /** @param secret opens and ends the room, and is known to gateways alone */
    record Room(ConversationId conversation, MessageId call, String adminKey, String secret) {
        String name() {
            return call.value().toString();
        }
    }

    /** @throws Refused {@link Reason#UNAVAILABLE} */
    SfuSession(Janus janus, Room room, Caller caller, Consumer<ServerFrame> tell) {
        this.janus = janus;
        this.room = room;
        this.caller = caller;
        this.tell = tell;
        this.epoch = janus.epoch();
        this.session = janus.session();
        this.publisher = attach();
    }

    Room room() {
        return room;
    }

    Caller caller() {
        return caller;
    }

    boolean isOfNow() {
        return !closed && epoch == janus.epoch();
    }

    /** Takes a place in the room, which is made where it is missing. */
    void join() {
        turn.lock();
        try {
            ObjectNode create = body("create")
                    .put("admin_key", room.adminKey())
                    .put("secret", room.secret())
                    .put("is_private", true)
                    .put("permanent", false)
                    .put("publishers", 100)
                    .put("bitrate", 2_000_000)
                    .put("bitrate_cap", true)
                    .put("audiocodec", "opus")
                    .put("videocodec", "vp8")
                    .put("audiolevel_ext", true)
                    .put("audiolevel_event", true)
                    .put("audio_active_packets", 25)
                    .put("lock_record", true)
                    .put("transport_wide_cc_ext", true);
            int code = error(message(publisher, create, null));
            if (code != 0 && code != EXISTS) {
                throw new Refused(Reason.UNAVAILABLE);
            }
            JsonNode joined = data(message(
                    publisher,
                    body("join")
                            .put("ptype", "publisher")
                            .put("id", feed)
                            .put("display", display(false, false, false, false)),
                    null));
            if (!joined.path("videoroom").asString("").equals("joined")) {
                throw new Refused(Reason.UNAVAILABLE);
            }
            tell.accept(new ServerFrame.SfuJoined(room.conversation(), room.call(), epoch, feed));
            put(joined.path("publishers"));
            tellFeeds();
        } finally {
            turn.unlock();
        }
    }

    /** The device lost its socket for a moment, and frames with it. */
    void tellAgain() {
        turn.lock();
        try {
            tell.accept(new ServerFrame.SfuJoined(room.conversation(), room.call(), epoch, feed));
            tellFeeds();
            if (unanswered != null) {
                tell.accept(unanswered);
            }
        } finally {
            turn.unlock();
        }
    }

    void publish(ClientFrame.SfuPublish frame) {
        turn.lock();
        try {
            ArrayNode descriptions = Janus.object().putArray("descriptions");
            frame.sources()
                    .forEach((mid, source) ->
                            descriptions.addObject().put("mid", mid).put("description", source));
            ObjectNode publish = body("publish");
            publish.set("descriptions", descriptions);
            JsonNode answer = message(publisher, publish, jsep("offer", frame.sdp()));
            String sdp = answer.path("jsep").path("sdp").asString("");
            if (error(answer) != 0 || sdp.isEmpty()) {
                throw new Refused(Reason.MALFORMED, "This offer cannot be answered.");
            }
            tell.accept(new ServerFrame.SfuPublished(room.conversation(), room.call(), sdp));
        } finally {
            turn.unlock();
        }
    }

    /** Others are told by the name that this device has in the room. */
    void state(ClientFrame.SfuState state) {
        turn.lock();
        try {
            String display = display(state.microphone(), state.camera(), state.screen(), state.hand());
            JsonNode _ = message(publisher, body("configure").put("display", display), null);
        } finally {
            turn.unlock();
        }
    }

    /** What the device wants to receive from now on; asked for as soon as it has answered the offer before. */
    void want(ClientFrame.SfuWant frame) {
        turn.lock();
        try {
            Map<Wanted, Integer> now = new LinkedHashMap<>();
            frame.streams().forEach(each -> now.put(new Wanted(each.feed(), each.source()), each.layer()));
            wanted = now;
            follow();
        } finally {
            turn.unlock();
        }
    }

    void answer(ClientFrame.SfuAnswer frame) {
        turn.lock();
        try {
            Long handle = receiver;
            if (handle == null || frame.offer() != offers) {
                return;
            }
            unanswered = null;
            JsonNode _ = message(handle, body("start"), jsep("answer", frame.sdp()));
            follow();
        } finally {
            turn.unlock();
        }
    }

    private void follow() {
        if (unanswered != null) {
            return;
        }
        List<Wanted> added = wanted.keySet().stream()
                .filter(each -> !received.containsKey(each))
                .filter(each -> mids.getOrDefault(each.feed(), Map.of()).containsKey(each.source()))
                .toList();
        List<Wanted> gone = received.keySet().stream()
                .filter(each -> !wanted.containsKey(each))
                .toList();
        if (!added.isEmpty() || !gone.isEmpty()) {
            change(added, gone);
        }
        setLayers();
    }

    private void change(List<Wanted> added, List<Wanted> gone) {
        Long handle = receiver;
        JsonNode told;
        if (handle == null) {
            if (added.isEmpty()) {
                return;
            }
            long made = attach();
            receiver = made;
            ObjectNode join = body("join").put("ptype", "subscriber");
            join.set("streams", streams(added));
            told = message(made, join, null);
        } else {
            ObjectNode update = body("update");
            if (!added.isEmpty()) {
                update.set("subscribe", streams(added));
            }
            if (!gone.isEmpty()) {
                ArrayNode mid = update.putArray("unsubscribe");
                for (Wanted each : gone) {
                    Slot slot = received.get(each);
                    if (slot != null) {
                        mid.addObject().put("sub_mid", slot.mid());
                    }
                }
            }
            told = message(handle, update, null);
        }
        if (error(told) == NO_SUCH_FEED) {
            // Who is gone will be told as gone; one of them fails them all.
            Optional<Wanted> failed = added.stream()
                    .filter(each -> data(told).path("error").asString("").contains(each.feed()))
                    .findFirst();
            if (failed.isPresent()) {
                mids.remove(failed.get().feed());
                follow();
            }
            return;
        }
        offered(told);
    }

    private ArrayNode streams(List<Wanted> some) {
        ArrayNode streams = Janus.object().putArray("streams");
        some.forEach(each -> streams.addObject()
                .put("feed", each.feed())
                .put("mid", mids.getOrDefault(each.feed(), Map.of()).get(each.source())));
        return streams;
    }

    /** The media server says anew what is on which place. */
    private void offered(JsonNode told) {
        JsonNode streams = data(told).path("streams");
        if (streams.isArray()) {
            Map<Wanted, Slot> before = Map.copyOf(received);
            received.clear();
            for (JsonNode each : streams) {
                String source = each.path("feed_description").asString("");
                if (each.path("active").asBoolean(false) && !source.isEmpty()) {
                    Wanted what = new Wanted(each.path("feed_id").asString(""), source);
                    Slot was = before.get(what);
                    received.put(what, new Slot(each.path("mid").asString(""), was == null ? -1 : was.layer()));
                }
            }
            flowing.retainAll(received.keySet());
        }
        String sdp = told.path("jsep").path("sdp").asString("");
        if (!sdp.isEmpty()) {
            offers++;
            ServerFrame.SfuOffer offer = new ServerFrame.SfuOffer(
                    room.conversation(),
                    room.call(),
                    offers,
                    sdp,
                    received.entrySet().stream()
                            .map(each -> new SfuStream(
                                    each.getValue().mid(),
                                    each.getKey().feed(),
                                    each.getKey().source()))
                            .toList());
            unanswered = offer;
            tell.accept(offer);
        }
    }

    private void flows(String mid) {
        received.forEach((what, slot) -> {
            if (slot.mid().equals(mid)) {
                flowing.add(what);
            }
        });
    }

    private void setLayers() {
        Long handle = receiver;
        if (handle == null) {
            return;
        }
        ArrayNode streams = Janus.object().putArray("streams");
        wanted.forEach((what, layer) -> {
            Slot slot = received.get(what);
            if (slot != null && flowing.contains(what) && slot.layer() != layer) {
                streams.addObject().put("mid", slot.mid()).put("substream", layer);
                received.put(what, new Slot(slot.mid(), layer));
            }
        });
        if (!streams.isEmpty()) {
            ObjectNode configure = body("configure");
            configure.set("streams", streams);
            JsonNode _ = message(handle, configure, null);
        }
    }

    void keepAlive() {
        JsonNode _ = janus.ask(Janus.object().put("janus", "keepalive").put("session_id", session));
    }

    /** Ends what this device sends and receives, at once. The last one in a room ends that. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        events.shutdown();
        janus.forget(publisher);
        Long handle = receiver;
        if (handle != null) {
            janus.forget(handle);
        }
        if (epoch != janus.epoch() || !janus.isConnected()) {
            return;
        }
        try {
            JsonNode there = data(message(publisher, body("listparticipants"), null));
            JsonNode _ = janus.ask(Janus.object().put("janus", "destroy").put("session_id", session));
            boolean last = true;
            for (JsonNode each : there.path("participants")) {
                last &= each.path("id").asString("").equals(feed);
            }
            if (last) {
                endRoom();
            }
        } catch (Refused unavailable) {
            LOG.debug("a place in the media server ends by itself");
        }
    }

    private void endRoom() {
        long own = janus.session();
        long handle = janus.handle(own, PLUGIN);
        ObjectNode end =
                Janus.object().put("janus", "message").put("session_id", own).put("handle_id", handle);
        end.set("body", body("destroy").put("secret", room.secret()));
        JsonNode ended = janus.ask(end);
        LOG.debug("a room ended: {}", ended);
        JsonNode _ = janus.ask(Janus.object().put("janus", "destroy").put("session_id", own));
    }

    private long attach() {
        long handle = janus.handle(session, PLUGIN);
        janus.listen(handle, event -> {
            if (!events.isShutdown()) {
                events.execute(() -> happened(handle, event));
            }
        });
        return handle;
    }

    private void happened(long handle, JsonNode event) {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            String what = event.path("janus").asString("");
            if (what.equals("hangup") || what.equals("timeout") || what.equals("detached")) {
                tell.accept(new ServerFrame.SfuReset(room.conversation(), room.call()));
            } else if (handle == publisher) {
                inRoom(data(event));
            } else {
                if (data(event).has("substream")) {
                    flows(data(event).path("mid").asString(""));
                }
                offered(event);
                setLayers();
            }
        } catch (Refused refused) {
            LOG.debug("not followed: {}", refused.reason());
        } catch (RuntimeException e) {
            LOG.error("what the media server told cannot be handled", e);
        } finally {
            turn.unlock();
        }
    }

    private void inRoom(JsonNode told) {
        String kind = told.path("videoroom").asString("");
        switch (kind) {
            case "talking", "stopped-talking" ->
                tell.accept(new ServerFrame.SfuTalking(
                        room.conversation(), room.call(), told.path("id").asString(""), kind.equals("talking")));
            case "destroyed" -> tell.accept(new ServerFrame.SfuReset(room.conversation(), room.call()));
            case "event" -> {
                boolean changed = told.path("publishers").isArray() && put(told.path("publishers"));
                changed |= removed(told.path("unpublished"));
                changed |= removed(told.path("leaving"));
                SfuFeed known = feeds.get(told.path("id").asString(""));
                if (known != null && told.has("display")) {
                    SfuFeed now = feed(known.feed(), told.path("display").asString(""));
                    if (now != null) {
                        feeds.put(known.feed(), now);
                        changed = true;
                    }
                }
                if (changed) {
                    tellFeeds();
                    follow();
                }
            }
            default -> LOG.debug("the media server told of {}", kind);
        }
    }

    private boolean removed(JsonNode gone) {
        mids.remove(gone.asString(""));
        return feeds.remove(gone.asString("")) != null;
    }

    private boolean put(JsonNode publishers) {
        boolean changed = false;
        for (JsonNode each : publishers) {
            SfuFeed told =
                    feed(each.path("id").asString(""), each.path("display").asString(""));
            if (told != null) {
                feeds.put(told.feed(), told);
                Map<String, String> bySource = new HashMap<>();
                for (JsonNode stream : each.path("streams")) {
                    bySource.put(
                            stream.path("description").asString(""),
                            stream.path("mid").asString(""));
                }
                mids.put(told.feed(), bySource);
                changed = true;
            }
        }
        return changed;
    }

    private void tellFeeds() {
        version++;
        tell.accept(
                new ServerFrame.SfuFeeds(room.conversation(), room.call(), version, new ArrayList<>(feeds.values())));
    }

    private String display(boolean microphone, boolean camera, boolean screen, boolean hand) {
        return caller.user().value()
                + (microphone ? " m" : " -")
                + (camera ? "c" : "-")
                + (screen ? "s" : "-")
                + (hand ? "h" : "-");
    }

    private static @Nullable SfuFeed feed(String feed, String display) {
        String[] parts = display.split(" ", 2);
        if (parts.length < 2) {
            return null;
        }
        String flags = parts[1];
        return new SfuFeed(
                feed,
                new UserId(UUID.fromString(parts[0])),
                flags.contains("m"),
                flags.contains("c"),
                flags.contains("s"),
                flags.contains("h"));
    }

    private ObjectNode body(String request) {
        return Janus.object().put("request", request).put("room", room.name());
    }

    /** Where a device can be reached is found out by its own attempts; what it claims could be anybody's address. */
    private static ObjectNode jsep(String type, String sdp) {
        return Janus.object()
                .put("type", type)
                .put("sdp", CANDIDATES.matcher(sdp).replaceAll(""));
    }

    private JsonNode message(long handle, ObjectNode body, @Nullable ObjectNode jsep) {
        ObjectNode request = Janus.object()
                .put("janus", "message")
                .put("session_id", session)
                .put("handle_id", handle);
        request.set("body", body);
        if (jsep != null) {
            request.set("jsep", jsep);
        }
        return janus.ask(request);
    }

    private static JsonNode data(JsonNode message) {
        return message.path("plugindata").path("data");
    }

    /** 0 where there is none. */
    private static int error(JsonNode message) {
        return message.path("janus").asString("").equals("error")
                ? message.path("error").path("code").asInt(-1)
                : data(message).path("error_code").asInt(0);
    }

    @Override
    public String toString() {
        return caller.user() + " in " + room.name()
                + feeds.keySet().stream().collect(Collectors.joining(", ", " of ", ""));
    }
}
