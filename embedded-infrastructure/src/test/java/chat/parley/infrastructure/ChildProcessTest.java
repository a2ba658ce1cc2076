package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Path OWN_SESSION = Path.of("/proc/self/autogroup");

    @TempDir
    Path root;

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoGivesWayDoesSoAsAProcessAndAsASessionAndNobodyElseDoes() throws Exception {
        boolean weighsSessions = Files.exists(OWN_SESSION);
        String before = weighsSessions ? Files.readString(OWN_SESSION) : "";
        try (DataFolder data = DataFolder.open(root)) {
            ComponentFolder folder = data.of(Component.CASSANDRA);
            String tell = "read go; nice" + (weighsSessions ? "; cat " + OWN_SESSION : "");
            List<String> telling = List.of("/bin/sh", "-c", tell);
            assertThat(ChildProcess.start(folder, telling).finish("go\n")).isZero();
            ChildProcess giving = ChildProcess.start(folder, telling);
            giving.giveWay();
            assertThat(giving.finish("go\n")).isZero();
            List<String> told = Files.readAllLines(folder.logFile());
            int each = told.size() / 2;
            assertThat(Integer.parseInt(told.get(each))).isEqualTo(Integer.parseInt(told.getFirst()) + 5);
            assertThat(told.subList(each + 1, told.size())).allMatch(session -> session.endsWith("nice 5"));
        }
        assertThat(weighsSessions ? Files.readString(OWN_SESSION) : "").isEqualTo(before);
    }
}
