package chat.parley.load.traffic;

import chat.parley.load.people.Api;
import chat.parley.load.people.Person;
import chat.parley.load.seed.SeededConversation;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What people do in a chat besides writing: at drawn times in drawn conversations someone writes, answers the newest message, reacts to it or
 * changes it.
 */
public final class Mixture implements Conversation {

    /** What someone does, of a hundred times: 80 messages, 10 reactions, 5 edits and 5 replies. */
    private enum Deed {
        MESSAGE,
        REACTION,
        EDIT,
        REPLY;

        private static final int OF = 100;
        private static final int MESSAGES = 80;
        private static final int REACTIONS = 10;
        private static final int EDITS = 5;

        static Deed drawn(SplittableRandom random) {
            int drawn = random.nextInt(OF);
            if (drawn < MESSAGES) {
                return MESSAGE;
            }
            if (drawn < MESSAGES + REACTIONS) {
                return REACTION;
            }
            return drawn < MESSAGES + REACTIONS + EDITS ? EDIT : REPLY;
        }
    }

    /** The newest message of a conversation that nobody has changed. */
    private record Newest(int author, String message, long sequence) {}

    private record Said(int conversation, int author, String message) {}

    private static final List<String> EMOJIS = List.of("👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀");

    private final List<SeededConversation> conversations;
    private final List<Person> people;
    private final double perSecond;
    private final boolean mixed;
    private final int deeds;
    private final SplittableRandom random;
    private final MessageNames names;
    private final Map<Integer, Said> said = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Newest> newest;
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<String, Long> refusals = new ConcurrentHashMap<>();

    /**
     * @param mixed whether anything else is done than writing messages
     * @param deeds how many
     */
    public Mixture(
            List<SeededConversation> conversations,
            List<Person> people,
            boolean mixed,
            int deeds,
            double perSecond,
            long seed) {
        this.conversations = conversations;
        this.people = people;
        this.mixed = mixed;
        this.deeds = deeds;
        this.perSecond = perSecond;
        this.random = new SplittableRandom(seed);
        this.names = new MessageNames(Clock.systemUTC().millis(), new SplittableRandom().nextLong());
        this.newest = new AtomicReferenceArray<>(conversations.size());
    }

    /** Does everything at its time; returns when all of it is answered, or not within a time. */
    public void run(Clients clients, Duration within) throws InterruptedException {
        long begin = System.nanoTime();
        long[] offsets = Arrivals.POISSON.offsets(deeds, perSecond, random);
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int deed = 0; deed < deeds; deed++) {
                Pacer.sleepUntil(begin + offsets[deed]);
                doOne(deed, clients, requests);
            }
            Waiting.until(() -> answered() + refused() >= deeds, within);
        }
    }

    private void doOne(int deed, Clients clients, ExecutorService requests) {
        int place = random.nextInt(conversations.size());
        SeededConversation conversation = conversations.get(place);
        int someone = random.nextBoolean() ? conversation.first() : conversation.second();
        Newest about = newest.get(place);
        Deed what = mixed && about != null ? Deed.drawn(random) : Deed.MESSAGE;
        if (about == null || what == Deed.MESSAGE) {
            say(deed, place, someone, "", clients);
        } else if (what == Deed.REPLY) {
            say(deed, place, someone, ",\"replyTo\":" + about.sequence(), clients);
        } else if (what == Deed.EDIT) {
            newest.compareAndSet(place, about, null);
            requests.execute(() -> ask(() -> people.get(about.author())
                    .put(
                            path(conversation, about) + "/text?sequence=" + about.sequence(),
                            Map.of("text", "Message " + deed + ", said better.", "replaces", about.sequence()))));
        } else {
            String emoji = URLEncoder.encode(EMOJIS.get(random.nextInt(EMOJIS.size())), StandardCharsets.UTF_8);
            requests.execute(() -> ask(() -> people.get(someone)
                    .put(
                            path(conversation, about) + "/reactions/" + emoji + "?sequence=" + about.sequence(),
                            Map.of())));
        }
    }

    private void say(int deed, int place, int author, String more, Clients clients) {
        String message = names.of(deed);
        said.put(deed, new Said(place, author, message));
        boolean sent = clients.at(author)
                .send("{\"type\":\"send\",\"id\":\"" + deed + "\",\"conversation\":\""
                        + conversations.get(place).conversation() + "\",\"message\":\"" + message
                        + "\",\"text\":\"Message " + deed
                        + ", about as long as what people write to each other in a chat.\"" + more + "}");
        if (!sent) {
            refused("not_connected");
        }
    }

    private static String path(SeededConversation conversation, Newest about) {
        return "/api/conversations/" + conversation.conversation() + "/messages/" + about.message();
    }

    private void ask(Runnable request) {
        try {
            request.run();
            answered.incrementAndGet();
        } catch (Api.Refused e) {
            refused(e.code());
        } catch (UncheckedIOException _) {
            refused("no_answer");
        }
    }

    @Override
    public void acknowledged(ServerFrame frame) {
        Said known = frame.ref == null ? null : said.remove(Integer.parseInt(frame.ref));
        if (known != null) {
            newest.set(known.conversation(), new Newest(known.author(), known.message(), frame.sequence));
            answered.incrementAndGet();
        }
    }

    @Override
    public void refused(String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    @Override
    public void happened(ServerFrame event, int person, long readAtNanos) {
        // what comes is not measured here
    }

    @Override
    public void forgetSeen() {
        // nobody is lost here
    }

    /** How much was recorded. */
    public int answered() {
        return answered.get();
    }

    public int deeds() {
        return deeds;
    }

    public Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }

    private long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }
}
