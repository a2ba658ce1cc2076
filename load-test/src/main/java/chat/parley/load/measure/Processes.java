package chat.parley.load.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The processor time of the product's processes, by what they are, and of this one. What a process has used that ended meanwhile
 * is in its parent's account.
 */
public final class Processes {

    /** Linux counts in hundredths of a second whatever the kernel's own tick is. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final int FIELDS_BEFORE_USER_TIME = 11;
    private static final int TIMES = 4;

    private static final String RESIDENT = "VmRSS:";
    private static final long BYTES_PER_KB = 1024;

    public static final String PRODUCT = "parley";
    public static final String GENERATOR = "generator";
    public static final String MACHINE = "whole machine";

    private final Path proc;
    private final Optional<ProcessHandle> product;

    public Processes(Optional<ProcessHandle> product) {
        this(Path.of("/proc"), product);
    }

    Processes(Path proc, Optional<ProcessHandle> product) {
        this.proc = proc;
        this.product = product;
    }

    /** Microseconds used so far, by process; empty where the system cannot tell. */
    public Map<String, Long> micros() {
        Map<String, Long> micros = byProcess(pid -> ticks(pid).map(ticks -> ticks * MICROS_PER_TICK));
        machine().ifPresent(used -> micros.put(MACHINE, used));
        return micros;
    }

    /** Of what was used by process, all that the product and its children used together. */
    public static long ofProduct(Map<String, Long> used) {
        return used.entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(GENERATOR) && !each.getKey().equals(MACHINE))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Bytes of memory that are resident now, by process; pages that PostgreSQL's processes share count in each of them. */
    public Map<String, Long> residentBytes() {
        return byProcess(this::residentBytes);
    }

    private Map<String, Long> byProcess(LongFunction<Optional<Long>> measure) {
        Map<String, Long> values = new LinkedHashMap<>();
        product.ifPresent(root -> {
            add(values, PRODUCT, measure.apply(root.pid()));
            descendants(root).forEach(child -> add(values, title(child), measure.apply(child.pid())));
        });
        add(values, GENERATOR, measure.apply(ProcessHandle.current().pid()));
        return values;
    }

    /** A child that takes over its parent's name is one of it, as PostgreSQL's are. */
    private static List<ProcessHandle> descendants(ProcessHandle root) {
        Deque<ProcessHandle> found = new ArrayDeque<>();
        root.descendants().forEach(found::add);
        return List.copyOf(found);
    }

    private static void add(Map<String, Long> values, String title, Optional<Long> value) {
        value.ifPresent(known -> values.merge(title, known, Long::sum));
    }

    private Optional<Long> residentBytes(long pid) {
        return read(proc.resolve(Long.toString(pid)).resolve("status"))
                .flatMap(status ->
                        status.lines().filter(line -> line.startsWith(RESIDENT)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KB);
    }

    private Optional<Long> ticks(long pid) {
        return read(proc.resolve(Long.toString(pid)).resolve("stat")).map(stat -> {
            // The name is in parentheses and may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long sum = 0;
            for (int i = 0; i < TIMES; i++) {
                sum += Long.parseLong(fields[FIELDS_BEFORE_USER_TIME + i]);
            }
            return sum;
        });
    }

    private String title(ProcessHandle process) {
        String command = read(proc.resolve(Long.toString(process.pid())).resolve("cmdline"))
                .orElse("")
                .replace('\0', ' ');
        if (command.contains("ForgetfulCassandra") || command.contains("embedded-cassandra")) {
            return "cassandra";
        }
        if (command.contains("postgres")) {
            return "postgresql";
        }
        if (command.contains("redis-server")) {
            return "redis";
        }
        if (command.contains("beam") || command.contains("erl") || command.contains("epmd")) {
            return "rabbitmq";
        }
        return command.contains("s3proxy") || command.contains("ObjectStore") ? "object store" : "other children";
    }

    /** Everything the machine's processors did, whoever asked for it. */
    private Optional<Long> machine() {
        return read(proc.resolve("stat")).map(stat -> {
            String[] fields = stat.substring(0, stat.indexOf('\n')).split(" +", -1);
            long ticks = 0;
            for (int i = 1; i < fields.length; i++) {
                ticks += idle(i) ? 0 : Long.parseLong(fields[i]);
            }
            return ticks * MICROS_PER_TICK;
        });
    }

    /** user, nice, system, idle, iowait, irq, softirq, steal, guest, guest_nice: guests are in user already, stolen time is not ours. */
    private static boolean idle(int field) {
        return field == 4 || field == 5 || field >= 8;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
