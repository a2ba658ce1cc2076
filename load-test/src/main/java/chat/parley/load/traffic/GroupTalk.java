package chat.parley.load.traffic;

import chat.parley.load.measure.Percentiles;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** Messages at drawn times in one group, by those of its members who are online, all of whom say after a while that they have read them. */
public final class GroupTalk implements Conversation {

    private static final Duration READ_EVERY = Duration.ofSeconds(1);

    private final String group;
    private final int online;
    private final int messages;
    private final double perSecond;
    private final SplittableRandom random;
    private final MessageNames names;
    private final AtomicLongArray intended;
    private final AtomicIntegerArray deliveries;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLongArray newest;
    private final AtomicLongArray read;
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();
    private final Queue<Long> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> refusals = new ConcurrentHashMap<>();

    /**
     * @param online the first of the people, who are connected
     * @param messages how many
     */
    public GroupTalk(String group, int online, int messages, double perSecond, long seed) {
        this.group = group;
        this.online = online;
        this.messages = messages;
        this.perSecond = perSecond;
        this.random = new SplittableRandom(seed);
        this.names = new MessageNames(Clock.systemUTC().millis(), new SplittableRandom().nextLong());
        this.intended = new AtomicLongArray(messages);
        this.deliveries = new AtomicIntegerArray(messages);
        this.newest = new AtomicLongArray(online);
        this.read = new AtomicLongArray(online);
    }

    /** Sends every message at its time, and lets everyone read; returns after the last. */
    public void run(Clients clients) throws InterruptedException {
        Thread reading = Thread.ofVirtual().start(() -> readOn(clients));
        long begin = System.nanoTime();
        long[] offsets = Arrivals.POISSON.offsets(messages, perSecond, random);
        for (int message = 0; message < messages; message++) {
            Pacer.sleepUntil(begin + offsets[message]);
            intended.set(message, begin + offsets[message]);
            clients.at(random.nextInt(online))
                    .send("{\"type\":\"send\",\"id\":\"" + message + "\",\"conversation\":\"" + group
                            + "\",\"message\":\"" + names.of(message) + "\",\"text\":\"Message " + message
                            + ", about as long as what people write to each other in a group.\"}");
        }
        Waiting.until(() -> delivered() >= (long) messages * online, Duration.ofSeconds(30));
        reading.interrupt();
        reading.join();
    }

    /** Each says once a second how far they have read, where that is further than before; not all at once. */
    private void readOn(Clients clients) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (int person = 0; person < online; person++) {
                    long upTo = newest.get(person);
                    if (upTo > read.get(person)) {
                        read.set(person, upTo);
                        clients.at(person)
                                .send("{\"type\":\"read\",\"id\":\"r" + upTo + "\",\"upTo\":{\"" + group + "\":" + upTo
                                        + "}}");
                    }
                    Thread.sleep(READ_EVERY.dividedBy(online));
                }
            }
        } catch (InterruptedException _) {
            // everything was delivered
        }
    }

    @Override
    public void happened(ServerFrame event, int person, long readAtNanos) {
        int message = event.message.isEmpty() || event.number == 0 ? -1 : names.indexOf(event.message);
        if (message >= 0 && person < online) {
            deliveries.incrementAndGet(message);
            newest.accumulateAndGet(person, event.number, Math::max);
            delays.add(Math.max(0, readAtNanos - intended.get(message)));
        }
    }

    @Override
    public void acknowledged(ServerFrame frame) {
        String ref = frame.ref;
        if (ref != null && !ref.startsWith("r")) {
            acknowledged.incrementAndGet();
            answers.add(System.nanoTime() - intended.get(Integer.parseInt(ref)));
        }
    }

    @Override
    public void refused(String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    @Override
    public void forgetSeen() {
        // nobody is lost here
    }

    /** How many messages came to somebody, counted for each. */
    public long delivered() {
        long sum = 0;
        for (int message = 0; message < messages; message++) {
            sum += deliveries.get(message);
        }
        return sum;
    }

    public int acknowledged() {
        return acknowledged.get();
    }

    /** From the time a message was meant to be sent until a member had it. */
    public Percentiles delays() {
        return Percentiles.ofNanos(delays);
    }

    /** From that time until its author knew that it is recorded. */
    public Percentiles answers() {
        return Percentiles.ofNanos(answers);
    }

    public Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }
}
