package chat.parley.infrastructure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program that is killed while its parts run. */
final class StartAndStay {
    private StartAndStay() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedInfrastructure infrastructure = EmbeddedInfrastructure.start(
                Path.of(arguments[0]), EnumSet.allOf(Component.class), Map.of(), new RecordedProgress());
        for (Component part : Component.values()) {
            Traces.leave(part, infrastructure.addresses());
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
