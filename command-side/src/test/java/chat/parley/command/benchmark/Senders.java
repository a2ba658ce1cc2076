package chat.parley.command.benchmark;

import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.MessageId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** So many who send one message after another, each when the one before is durable. */
record Senders(int count, Conversations conversations, List<CommandDispatch> nodes) {

    Senders(int count, Conversations conversations, CommandDispatch node) {
        this(count, conversations, List.of(node));
    }

    private record Sent(long[] nanos, int conflicts) {}

    Measured send(Duration time) {
        Duration cpuBefore = CpuTime.used();
        long end = System.nanoTime() + time.toNanos();
        List<Future<Sent>> working = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < count; sender++) {
                CommandDispatch node = nodes.get(sender % nodes.size());
                long seed = sender;
                working.add(threads.submit(() -> sendUntil(end, node, new SplittableRandom(seed))));
            }
        }
        Duration cpu = CpuTime.used().minus(cpuBefore);
        List<Sent> sent = working.stream().map(Senders::result).toList();
        long[] sorted = sent.stream()
                .flatMapToLong(each -> LongStream.of(each.nanos()))
                .sorted()
                .toArray();
        return new Measured(sorted, sent.stream().mapToInt(Sent::conflicts).sum(), time, cpu);
    }

    private Sent sendUntil(long end, CommandDispatch node, SplittableRandom random) {
        LongStream.Builder nanos = LongStream.builder();
        int conflicts = 0;
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            conflicts += sendOnce(node, conversations.any(random));
            nanos.add(System.nanoTime() - begun);
        }
        return new Sent(nanos.build().toArray(), conflicts);
    }

    /** Tries again where others were faster again and again, as a client does. */
    private static int sendOnce(CommandDispatch node, Conversations.Pair pair) {
        MessageId message = Conversations.message();
        for (int conflicts = 0; ; conflicts++) {
            try {
                pair.send(node, message);
                return conflicts;
            } catch (Refused refused) {
                if (refused.reason() != Reason.CONFLICT) {
                    throw refused;
                }
            }
        }
    }

    private static Sent result(Future<Sent> sender) {
        try {
            return sender.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
