package chat.parley.load.product;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is reachable in a Java process, found by the JDK's {@code jcmd}, whose histogram collects all garbage first. */
public final class LiveHeap {

    private static final String TOTAL = "Total";

    private LiveHeap() {}

    /** @return bytes */
    public static long of(ProcessHandle process) throws IOException {
        return total(process.equals(ProcessHandle.current()) ? ownHistogram() : histogram(process));
    }

    /** A process that asks itself from outside would wait for itself. */
    private static String ownHistogram() throws IOException {
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return String.valueOf(answer);
        } catch (JMException e) {
            throw new IOException("this process does not tell its histogram", e);
        }
    }

    private static String histogram(ProcessHandle process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The last line is {@code Total}, the number of objects and their bytes. */
    static long total(String histogram) throws IOException {
        return histogram
                .lines()
                .filter(line -> line.startsWith(TOTAL))
                .map(line -> line.strip().split("\\s+", -1))
                .map(fields -> Long.parseLong(fields[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd did not answer with a histogram: " + histogram.strip()));
    }
}
