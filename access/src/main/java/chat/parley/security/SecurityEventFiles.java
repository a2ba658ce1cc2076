package chat.parley.security;

import chat.parley.distribution.BackgroundWork;
import chat.parley.distribution.RepeatedService;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Appends each event as a line of JSON to a file of its day, {@code security-events-2026-03-01.0.jsonl}; nothing is ever changed, and whole
 * files are deleted when they are old. Several processes may share a folder, since a line is one write.
 */
final class SecurityEventFiles extends RepeatedService implements SecurityEventSink {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityEventFiles.class);
    private static final Pattern NAME = Pattern.compile("security-events-(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,9})\\.jsonl");
    private static final long LARGEST = 10 << 20;
    private static final Duration SWEPT = Duration.ofHours(1);

    private record Named(Path file, LocalDate day, int index) implements Comparable<Named> {

        static Stream<Named> of(Path file) {
            Matcher matcher = NAME.matcher(file.getFileName().toString());
            return matcher.matches()
                    ? Stream.of(new Named(file, LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Stream.empty();
        }

        @Override
        public int compareTo(Named other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : Integer.compare(index, other.index);
        }
    }

    private final Path folder;
    private final SecurityEventSettings settings;
    private final Clock clock;
    private final Counter lost;

    /** Apart from what starts and stops, so that health answers while a disk does not. */
    private final Object writing = new Object();

    private @Nullable FileChannel open;
    private @Nullable Named opened;
    private volatile @Nullable String failure;

    SecurityEventFiles(
            Path folder, SecurityEventSettings settings, Clock clock, TaskScheduler scheduler, Counter lost) {
        super(scheduler, "old security events", SWEPT);
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.lost = lost;
    }

    @Override
    public void add(String kind, String json) {
        ByteBuffer line = StandardCharsets.UTF_8.encode(json + "\n");
        synchronized (writing) {
            try {
                FileChannel file = current();
                while (line.hasRemaining()) {
                    file.write(line);
                }
                failure = null;
            } catch (IOException e) {
                lost.increment();
                if (failure == null) {
                    LOG.error("Security events cannot be written to {}: {}", folder, e.toString());
                }
                failure = e.getClass().getName();
                close();
            }
        }
    }

    /** The newest file of today, or the next one where it has grown large. */
    private FileChannel current() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FileChannel file = open;
        Named named = opened;
        if (file != null && named != null && named.day.equals(today) && file.size() < LARGEST) {
            return file;
        }
        close();
        Files.createDirectories(folder, owners("rwx------"));
        int index = files().stream()
                .filter(each -> each.day.equals(today))
                .mapToInt(Named::index)
                .max()
                .orElse(0);
        FileChannel next = open(today, index);
        return next.size() < LARGEST ? next : open(today, index + 1);
    }

    private FileChannel open(LocalDate day, int index) throws IOException {
        close();
        Path path = folder.resolve("security-events-%s.%d.jsonl".formatted(day, index));
        FileChannel file = FileChannel.open(
                path, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), owners("rw-------"));
        open = file;
        opened = new Named(path, day, index);
        endTornLine(path, file);
        return file;
    }

    /** A process that was killed may have left half a line, which would spoil the next one. */
    private static void endTornLine(Path path, FileChannel file) throws IOException {
        long size = file.size();
        if (size > 0) {
            ByteBuffer last = ByteBuffer.allocate(1);
            try (FileChannel read = FileChannel.open(path, StandardOpenOption.READ)) {
                read.read(last, size - 1);
            }
            if (last.get(0) != '\n') {
                file.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    private FileAttribute<?>[] owners(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private List<Named> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(Named::of).sorted().toList();
        }
    }

    /** Deletes what is older than it may be, and the oldest of what is too much; what is written to now stays. */
    @Override
    protected void once() {
        try {
            List<Named> all = files();
            long total = 0;
            for (Named each : all.reversed()) {
                total += Files.size(each.file);
                boolean isCurrent = each.equals(all.getLast());
                if (isOld(each.day) || (total > settings.most().toBytes() && !isCurrent)) {
                    Files.deleteIfExists(each.file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the oldest line that it may hold. */
    private boolean isOld(LocalDate day) {
        Instant oldest = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return !clock.instant().isBefore(oldest.plus(settings.kept()));
    }

    private void close() {
        FileChannel file = open;
        open = null;
        opened = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("A file of security events was not closed properly", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        synchronized (writing) {
            close();
        }
    }

    /** Requests that are being answered while the service stops are still recorded. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized Collection<BackgroundWork> supervised() {
        List<BackgroundWork> works = new ArrayList<>(super.supervised());
        if (!works.isEmpty()) {
            works.add(new Writing(failure));
        }
        return works;
    }

    private record Writing(@Nullable String failure) implements BackgroundWork {

        @Override
        public String name() {
            return "security events";
        }

        @Override
        public Condition condition() {
            return failure == null ? Condition.RUNNING : Condition.STARTING_OVER;
        }

        @Override
        public String description() {
            return failure == null ? "running" : "the last one could not be written: " + failure;
        }
    }
}
