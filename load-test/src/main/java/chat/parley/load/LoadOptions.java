package chat.parley.load;

import chat.parley.load.traffic.Arrivals;
import chat.parley.load.traffic.Receipts;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked for on the command line. */
final class LoadOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The product to load, such as http://localhost:8080; how far its views are is asked on port 8081. Without it the standalone product is started"
                            + " with its data in a temporary folder, and stopped at the end.")
    @Nullable
    URI url;

    @Option(
            names = "--rate",
            defaultValue = "500",
            paramLabel = "N",
            description = "Messages a second, all pairs together (${DEFAULT-VALUE}); with --find-max the first step.")
    double rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            paramLabel = "N",
            description = "How long the rate is measured (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            paramLabel = "N",
            description = "Seconds at the same rate before that, checked but not measured (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--pairs",
            defaultValue = "200",
            paramLabel = "N",
            description = "Pairs of people who write to each other, each with one device (${DEFAULT-VALUE}).")
    int pairs;

    @Option(
            names = "--arrivals",
            defaultValue = "poisson",
            description = "poisson or even (${DEFAULT-VALUE}). Who writes is drawn at random either way.")
    Arrivals arrivals = Arrivals.POISSON;

    @Option(
            names = "--receipts",
            defaultValue = "gathered",
            description =
                    "How messages are said to be read: gathered as the web client does, each by a frame of its own, or none"
                            + " (${DEFAULT-VALUE}).")
    Receipts receipts = Receipts.GATHERED;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of that draw (${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--accounts",
            paramLabel = "PREFIX",
            description =
                    "Usernames begin with it; those of an earlier run are used again. Without it new people are"
                            + " written by SQL, or registered where the data folder is not known, which costs an Argon2id hash each.")
    @Nullable
    String accounts;

    @Option(
            names = "--find-max",
            description =
                    "Raise the rate in steps until the 99th percentile of delivery is above --max-p99 or a backlog"
                            + " grows, then hold the highest that was not for --hold seconds.")
    boolean findMax;

    @Option(
            names = "--step",
            defaultValue = "1.2",
            paramLabel = "FACTOR",
            description = "From one step to the next (${DEFAULT-VALUE}).")
    double step;

    @Option(
            names = "--step-seconds",
            defaultValue = "20",
            paramLabel = "N",
            description = "How long each step is measured (${DEFAULT-VALUE}).")
    int stepSeconds;

    @Option(
            names = "--hold",
            defaultValue = "120",
            paramLabel = "N",
            description = "How long the highest rate must be held (${DEFAULT-VALUE}).")
    int hold;

    @Option(
            names = "--max-p99",
            defaultValue = "100",
            paramLabel = "MS",
            description = "The 99th percentile of delivery that is still good (${DEFAULT-VALUE}).")
    double maxP99;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The data folder of the product at --url, to prepare its write-ahead log.")
    @Nullable
    Path data;

    @Option(
            names = "--wal-files",
            defaultValue = "40",
            paramLabel = "N",
            description =
                    "Write-ahead log files of 16 MB made beforehand, as a server that has run for a while has them"
                            + " (${DEFAULT-VALUE}).")
    int walFiles;

    @Option(
            names = "--report",
            defaultValue = "load-test/target/load.html",
            paramLabel = "FILE",
            description = "Where the page with the plots goes (${DEFAULT-VALUE}).")
    Path report = Path.of("load.html");
}
