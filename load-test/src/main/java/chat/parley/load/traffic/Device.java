package chat.parley.load.traffic;

import chat.parley.load.measure.Step;
import chat.parley.load.people.Person;
import chat.parley.load.socket.Socket;
import chat.parley.load.socket.SocketListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One side of a pair: a device whose owner has the conversation open and looks at it. Its frames come on one thread. */
final class Device implements SocketListener {

    private static final String READ_REF = "read";

    private final Person person;
    private final Person peer;
    private final String conversation;
    private final Talk talk;
    private final MessageNames names;
    private final Ledger ledger;
    private final Receipts receipts;
    private final ReadMark mark;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Integer> own = new HashSet<>();
    private long readByPeer;
    private volatile @Nullable Socket socket;
    private volatile int closedWith;

    Device(
            Person person,
            Person peer,
            String conversation,
            Talk talk,
            MessageNames names,
            Ledger ledger,
            Receipts receipts,
            DueReads due) {
        this.person = person;
        this.peer = peer;
        this.conversation = conversation;
        this.talk = talk;
        this.names = names;
        this.ledger = ledger;
        this.receipts = receipts;
        this.readByPeer = talk.numberBefore();
        this.mark = new ReadMark(talk.numberBefore(), this::tellRead, due);
    }

    Person person() {
        return person;
    }

    /** What this device was sent, in order; to be asked when nothing comes any more. */
    List<Delivery> deliveries() {
        return deliveries;
    }

    CountDownLatch ready() {
        return ready;
    }

    int closedWith() {
        return closedWith;
    }

    void connected(Socket opened) {
        socket = opened;
        opened.send("{\"type\":\"resume\"}");
    }

    void say(int message, String text) {
        write("{\"type\":\"send\",\"id\":\"" + message + "\",\"conversation\":\"" + conversation + "\",\"message\":\""
                + names.of(message) + "\",\"text\":\"" + text + "\"}");
    }

    void ping() {
        write("{\"type\":\"ping\"}");
    }

    private void tellRead(long upTo) {
        ledger.readTold();
        write("{\"type\":\"read\",\"id\":\"" + READ_REF + "\",\"upTo\":{\"" + conversation + "\":" + upTo + "}}");
    }

    void disconnect() {
        Socket open = socket;
        if (open != null) {
            open.close();
        }
    }

    private void write(String frame) {
        Socket open = socket;
        if (open == null) {
            throw new IllegalStateException("not connected");
        }
        open.send(frame);
    }

    @Override
    public void text(byte[] bytes, int offset, int length, long readAtNanos) {
        ServerFrame frame = ServerFrame.read(bytes, offset, length);
        switch (frame.type) {
            case "ack" -> acknowledged(frame, readAtNanos);
            case "event" -> happened(frame, readAtNanos);
            case "receipt" -> reached(frame, readAtNanos);
            case "error" -> refused(frame);
            case "ready" -> ready.countDown();
            default -> {
                // hello, presence and pongs change nothing here
            }
        }
    }

    private void acknowledged(ServerFrame frame, long now) {
        if (READ_REF.equals(frame.ref)) {
            readAcknowledged(now);
        } else if (frame.ref != null) {
            ledger.acknowledged(Integer.parseInt(frame.ref), frame.sequence, now);
        }
    }

    private void readAcknowledged(long now) {
        if (receipts == Receipts.GATHERED) {
            mark.acknowledged(now);
        }
    }

    private void refused(ServerFrame frame) {
        if (READ_REF.equals(frame.ref)) {
            mark.refused();
        } else {
            ledger.refused(frame.code);
        }
    }

    private void happened(ServerFrame frame, long now) {
        if (frame.message.isEmpty()) {
            return;
        }
        int message = names.indexOf(frame.message);
        deliveries.add(new Delivery(frame.sequence, message));
        if (message < 0) {
            return;
        }
        talk.numbered(frame.number, message);
        mark.holds(frame.number);
        if (frame.author.equals(person.user())) {
            own.add(message);
            mark.wrote(frame.number);
        } else {
            ledger.reached(Step.DELIVERED, message, now);
            tell(frame.number, now);
            // Whoever writes has read up to there.
            readUpTo(frame.number, now);
        }
    }

    private void tell(long number, long now) {
        switch (receipts) {
            case GATHERED -> mark.update(now);
            case EACH -> tellRead(number);
            case NONE -> {
                // the other person is not told
            }
        }
    }

    private void reached(ServerFrame frame, long now) {
        boolean read = frame.kind.equals("read");
        if (read && frame.member.equals(peer.user())) {
            readUpTo(frame.upTo, now);
        } else if (read && frame.member.equals(person.user())) {
            mark.wrote(frame.upTo);
        }
    }

    /** The other person has read up to there: what this one wrote of it is done. */
    private void readUpTo(long number, long now) {
        for (long n = readByPeer + 1; n <= number; n++) {
            int message = talk.messageAt(n);
            if (own.remove(message)) {
                ledger.reached(Step.READ, message, now);
            }
        }
        readByPeer = Math.max(readByPeer, number);
    }

    @Override
    public void closed(int code) {
        closedWith = code;
        ready.countDown();
    }
}
