package chat.parley.testing;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The parts the tests of one JVM share. Each is started when a test first asks for it, in a temporary folder that is deleted
 * when the JVM ends. PostgreSQL has every schema; others than the services' roles are had from {@link TestDatabase}.
 */
public final class TestInfrastructure {
    private TestInfrastructure() {}

    public static EmbeddedInfrastructure with(Component... parts) {
        try {
            Shared.INFRASTRUCTURE.require(Set.of(parts));
            if (Set.of(parts).contains(Component.POSTGRESQL)) {
                TestDatabase.migrateOnce(Shared.INFRASTRUCTURE);
            }
            return Shared.INFRASTRUCTURE;
        } catch (ComponentFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        static final EmbeddedInfrastructure INFRASTRUCTURE = start();

        private static EmbeddedInfrastructure start() {
            Path folder = TestFolders.ofThisProcess();
            try {
                EmbeddedInfrastructure infrastructure =
                        EmbeddedInfrastructure.start(folder, Set.of(), Map.of(), new Silence());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    infrastructure.close();
                    EmbeddedInfrastructure.discard(folder);
                }));
                return infrastructure;
            } catch (ComponentFailed e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
