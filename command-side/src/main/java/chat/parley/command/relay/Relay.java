package chat.parley.command.relay;

import chat.parley.distribution.AnalyticsExchanges;
import chat.parley.distribution.Broker;
import chat.parley.distribution.ConfirmedPublisher;
import chat.parley.distribution.ConfirmedPublisher.Outgoing;
import chat.parley.distribution.EnvelopeJson;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import chat.parley.distribution.Topology;
import chat.parley.distribution.Unroutable;
import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.row.SealedRows;
import chat.parley.log.signal.LogSignal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the log to RabbitMQ, in order, and moves its cursor only past what the broker has confirmed: every event is
 * delivered at least once. One instance is active; another takes over when it stops or loses the database. After any failure
 * the relay starts over from the cursor: it connects, declares the topology and publishes.
 */
final class Relay implements SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;

    private final EventLog log;
    private final SealedRows rows;
    private final LogSignal wake;
    private final Broker broker;
    private final ConfirmedPublisher publisher;
    private final AnalyticsExchanges analytics;
    private final JdbcConnectionDetails database;
    private final RelayMeters meters;
    private final EnvelopeJson json = new EnvelopeJson();
    private @Nullable Supervised worker;

    Relay(
            EventLog log,
            SealedRows rows,
            LogSignal wake,
            Broker broker,
            AnalyticsExchanges analytics,
            JdbcConnectionDetails database,
            RelayMeters meters) {
        this.log = log;
        this.rows = rows;
        this.wake = wake;
        this.broker = broker;
        this.publisher = broker.coalescingPublisher("relay");
        this.analytics = analytics;
        this.database = database;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        worker = Supervised.start("relay", this::relay);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    @Override
    public synchronized Collection<Supervised> supervised() {
        return worker == null ? List.of() : List.of(worker);
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    private void relay() throws SQLException, InterruptedException {
        try (RelayLease lease = RelayLease.await(database)) {
            broker.declare();
            analytics.declare();
            LOG.info("Relaying from position {}", lease.position());
            relay(lease);
        } catch (Unroutable e) {
            LOG.error("No queue takes an event, and it must not be skipped: {}", e.getMessage());
            throw e;
        } finally {
            meters.stopped();
        }
    }

    private void relay(RelayLease lease) throws SQLException, InterruptedException {
        long position = lease.position();
        while (true) {
            meters.at(position);
            wake.awaitBeyond(position, lease.reached(position));
            List<StoredEvent> batch = log.readAfter(position, BATCH);
            if (!batch.isEmpty()) {
                publisher.publish(
                        batch.stream().flatMap(this::outgoing).toList(),
                        message -> message.exchange().equals(Topology.EVENTS));
                position = batch.getLast().position();
                meters.relayed(batch.size());
            }
        }
    }

    /** The event for our consumers, and a copy for analysts if they are served. */
    private Stream<Outgoing> outgoing(StoredEvent stored) {
        Envelope envelope = rows.envelope(stored);
        return Stream.concat(Stream.of(json.outgoing(envelope)), analytics.copy(envelope).stream());
    }
}
