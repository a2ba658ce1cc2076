package chat.parley.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ./parley audit}. It asks nobody: what it knows of advisories is in the files it is given. */
@Command(
        name = "parley audit",
        mixinStandardHelpOptions = true,
        description = "Tells which advisories are about what the product is made of.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was checked and nothing found",
            "1:an advisory is about something in the product",
            "2:something was not checked, because no advisories were given for it"
        })
public final class Audit implements Callable<Integer> {

    static final int CLEAN = 0;
    static final int AFFECTED = 1;
    static final int NOT_CHECKED = 2;

    private static final String WHERE = "https://osv-vulnerabilities.storage.googleapis.com/%s/all.zip";

    private final PrintStream console;

    @Option(
            names = "--sbom",
            paramLabel = "FILE",
            required = true,
            description = "A bill of materials, a CycloneDX document in JSON.")
    private List<Path> bills = new ArrayList<>();

    @Parameters(
            paramLabel = "DATABASE",
            arity = "0..*",
            description = "Advisories in the OSV format: files, folders and archives.")
    private List<Path> databases = new ArrayList<>();

    private final Map<Ecosystem, Integer> known = new EnumMap<>(Ecosystem.class);
    private String newest = "";
    private int found;

    Audit(PrintStream console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Audit(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        BillOfMaterials bill = BillOfMaterials.read(bills);
        if (databases.isEmpty()) {
            console.printf(
                    "No advisory database was given, so nothing is known about the %d packages.%n",
                    bill.packages().size());
            tellWhere();
            return NOT_CHECKED;
        }
        new Advisories(databases).forEach(advisory -> compare(advisory, bill));
        boolean complete = true;
        for (Ecosystem ecosystem : Ecosystem.values()) {
            complete &= tell(ecosystem, bill.count(ecosystem));
        }
        console.printf(
                "The newest advisory is of %s. %d found.%n", newest.isEmpty() ? "an unknown day" : newest, found);
        return found > 0 ? AFFECTED : complete ? CLEAN : NOT_CHECKED;
    }

    private void compare(Advisory advisory, BillOfMaterials bill) {
        advisory.ecosystems().forEach(ecosystem -> known.merge(ecosystem, 1, Integer::sum));
        if (advisory.modified().compareTo(newest) > 0) {
            newest = advisory.modified();
        }
        bill.packages().stream().filter(advisory::concerns).forEach(used -> {
            found++;
            console.printf("AFFECTED %s by %s%n", used, advisory.title());
            List<String> mended = advisory.mendedIn(used);
            console.printf(
                    "         %s%n",
                    mended.isEmpty() ? "no version is known that mends it" : "mended in " + String.join(", ", mended));
        });
    }

    /** @return whether packages of this ecosystem could be checked */
    private boolean tell(Ecosystem ecosystem, long packages) {
        int advisories = known.getOrDefault(ecosystem, 0);
        if (packages > 0 && advisories == 0) {
            console.printf(
                    "NOT CHECKED: %d packages of %s, for which no advisories were given.%n", packages, ecosystem);
            return false;
        }
        console.printf("%d packages of %s were compared with %d advisories.%n", packages, ecosystem, advisories);
        return true;
    }

    private void tellWhere() {
        console.println("Name files, folders or archives in the OSV format, such as");
        for (Ecosystem ecosystem : Ecosystem.values()) {
            console.printf("  " + WHERE + "%n", ecosystem);
        }
    }
}
