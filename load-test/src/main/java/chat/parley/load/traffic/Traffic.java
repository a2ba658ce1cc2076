package chat.parley.load.traffic;

import chat.parley.load.measure.Latencies;
import chat.parley.load.people.Crowd;
import chat.parley.load.people.Pair;
import chat.parley.load.socket.SocketLoop;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One run of a plan over sockets of its own: everyone connected, everyone looking at the conversation. */
public final class Traffic implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    private final Plan plan;
    private final Ledger ledger;
    private final Latencies latencies;
    private final MessageNames names;
    private final SocketLoop loop;
    private final List<Conversing> conversing;

    private Traffic(
            Plan plan, Ledger ledger, Latencies latencies, MessageNames names, SocketLoop loop, List<Conversing> all) {
        this.plan = plan;
        this.ledger = ledger;
        this.latencies = latencies;
        this.names = names;
        this.loop = loop;
        this.conversing = all;
    }

    /** Connects everyone. */
    public static Traffic connect(URI product, List<Pair> pairs, Plan plan) {
        SplittableRandom random = new SplittableRandom();
        MessageNames names = new MessageNames(Clock.systemUTC().millis(), random.nextLong());
        Latencies latencies = new Latencies();
        Ledger ledger = new Ledger(plan.messages(), plan.warmUpMessages(), plan.receipts(), latencies);
        DueReads due = new DueReads();
        SocketLoop loop = new SocketLoop(due);
        List<Conversing> all = new ArrayList<>();
        for (Pair pair : pairs) {
            Talk talk = new Talk(pair);
            all.add(new Conversing(
                    pair,
                    new Device(
                            pair.first(),
                            pair.second(),
                            pair.conversation(),
                            talk,
                            names,
                            ledger,
                            plan.receipts(),
                            due),
                    new Device(
                            pair.second(),
                            pair.first(),
                            pair.conversation(),
                            talk,
                            names,
                            ledger,
                            plan.receipts(),
                            due)));
        }
        Traffic traffic = new Traffic(plan, ledger, latencies, names, loop, all);
        traffic.open(URI.create("ws://" + product.getAuthority() + "/api/socket"));
        return traffic;
    }

    private void open(URI address) {
        Crowd.all(devices().stream()
                .<Callable<Boolean>>map(device -> () -> open(address, device))
                .toList());
    }

    private boolean open(URI address, Device device) throws IOException, InterruptedException {
        List<String> protocols =
                List.of("parley.v1", "ticket." + device.person().ticket());
        device.connected(loop.open(address, protocols, device));
        if (!device.ready().await(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || device.closedWith() != 0) {
            throw new IOException("a socket was not ready within " + READY_WITHIN);
        }
        return true;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Latencies latencies() {
        return latencies;
    }

    /** Sends every message of the plan at its time; returns when the last is sent. */
    public void run() throws InterruptedException {
        new Pacer(plan, conversing, ledger).run(System.nanoTime());
    }

    /** So that no connection of a quiet pair is taken for dead. */
    public void ping() {
        devices().forEach(Device::ping);
    }

    /** Waits until everything sent has come to its end; false if it has not by then. */
    public boolean settle(Duration within) throws InterruptedException {
        return Waiting.until(ledger::isSettled, within);
    }

    /** The close codes of connections the server ended. */
    public List<Integer> broken() {
        return devices().stream()
                .map(Device::closedWith)
                .filter(code -> code != 0)
                .toList();
    }

    /** What every pair's devices were sent; to be asked after {@link #close}. */
    public List<Heard> heard() {
        return conversing.stream().map(Conversing::heard).toList();
    }

    public MessageNames names() {
        return names;
    }

    private List<Device> devices() {
        return conversing.stream().flatMap(each -> each.devices().stream()).toList();
    }

    /** Says goodbye on every connection and stops listening. */
    @Override
    public void close() {
        devices().forEach(Device::disconnect);
        loop.close();
    }
}
