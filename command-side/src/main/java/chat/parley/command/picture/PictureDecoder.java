package chat.parley.command.picture;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has pictures decoded by a {@link PictureProcess}, one at a time. A process that takes too long or too much memory is killed, and the
 * next picture gets a new one.
 */
@Component
public class PictureDecoder implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PictureDecoder.class);
    private static final String MEMORY = "-Xmx256m";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final Duration within;
    private final String main;
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Child child;

    PictureDecoder() {
        this(Duration.ofSeconds(10), PictureProcess.class.getName());
    }

    /** @param main the class that answers, instead of a {@link PictureProcess} */
    PictureDecoder(Duration within, String main) {
        this.within = within;
        this.main = main;
    }

    private record Child(Process process, DataInputStream in, DataOutputStream out) {}

    /**
     * @throws Refused {@link Reason#PICTURE_TOO_LARGE}, {@link Reason#PICTURE_UNREADABLE}
     * @throws IOException no process can be started
     */
    public synchronized DecodedPicture decode(byte[] picture, List<PictureSize> sizes)
            throws IOException, InterruptedException {
        Child asked = running();
        try {
            return await(() -> ask(asked, picture, sizes), within);
        } catch (TimeoutException | IOException e) {
            LOG.info("A picture could not be decoded: {}", e.toString());
            rest();
            throw new Refused(Reason.PICTURE_UNREADABLE);
        }
    }

    /** Ends the process until there is something to decode again. */
    public synchronized void rest() {
        Child running = child;
        child = null;
        if (running != null) {
            running.process().destroyForcibly().onExit().join();
        }
    }

    @Override
    public void destroy() {
        rest();
        waiting.close();
    }

    private Child running() throws IOException, InterruptedException {
        Child running = child;
        if (running != null && running.process().isAlive()) {
            return running;
        }
        Child started = start();
        child = started;
        try {
            await(() -> (int) started.in().readByte(), START_WITHIN);
        } catch (TimeoutException e) {
            rest();
            throw new IOException("the process that decodes pictures does not start", e);
        }
        return started;
    }

    private Child start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Child(
                process,
                new DataInputStream(process.getInputStream()),
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
    }

    private static DecodedPicture ask(Child child, byte[] picture, List<PictureSize> sizes) throws IOException {
        DataOutputStream out = child.out();
        out.writeInt(picture.length);
        out.write(picture);
        out.writeInt(sizes.size());
        for (PictureSize size : sizes) {
            out.writeInt(size.pixels());
            out.writeBoolean(size.square());
        }
        out.flush();
        DataInputStream in = child.in();
        return switch (in.readByte()) {
            case PictureProcess.MADE -> {
                int width = in.readInt();
                int height = in.readInt();
                List<byte[]> made = new ArrayList<>();
                for (int i = 0; i < sizes.size(); i++) {
                    made.add(in.readNBytes(in.readInt()));
                }
                yield new DecodedPicture(width, height, made);
            }
            case PictureProcess.TOO_LARGE -> throw new Refused(Reason.PICTURE_TOO_LARGE);
            default -> throw new Refused(Reason.PICTURE_UNREADABLE);
        };
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private <T> T await(Exchange<T> exchange, Duration within)
            throws IOException, InterruptedException, TimeoutException {
        Future<T> answer = waiting.submit(exchange::run);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Refused refused -> throw refused;
                case IOException broken -> throw broken;
                case null, default -> throw new IOException(e.getCause());
            }
        } catch (InterruptedException e) {
            rest();
            throw e;
        }
    }
}
