package chat.parley.infrastructure;

import java.util.Locale;

/** The machine as the artifacts with native binaries name it. */
record Platform(boolean mac, boolean arm) {

    static Platform current() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform(system.contains("mac"), processor.equals("aarch64") || processor.equals("arm64"));
    }

    String postgresqlArchive() {
        return "/postgres-" + (mac ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    String redisBinary() {
        return "/redis-server-7.0.15-" + (mac ? "darwin" : "linux") + (arm ? "-arm64" : "-amd64");
    }
}
