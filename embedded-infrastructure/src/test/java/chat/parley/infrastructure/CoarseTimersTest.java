package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.child.CoarseTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CoarseTimersTest {

    @Test
    void theyAreThoseOfTheThreadAndOfThoseItStartsAndOfNoOther() throws Exception {
        String before = lateness();
        String later = inAThread(() -> {
            CoarseTimers.use();
            return inAThread(CoarseTimersTest::lateness);
        });
        assertThat(later).isEqualTo("2000000").isNotEqualTo(before);
        assertThat(lateness()).isEqualTo(before);
    }

    private static String inAThread(Callable<String> work) throws Exception {
        FutureTask<String> task = new FutureTask<>(work);
        new Thread(task).start();
        return task.get();
    }

    private static String lateness() throws Exception {
        Path thread = Path.of("/proc/thread-self").toRealPath().getFileName();
        return Files.readString(Path.of("/proc").resolve(thread).resolve("timerslack_ns"))
                .strip();
    }
}
