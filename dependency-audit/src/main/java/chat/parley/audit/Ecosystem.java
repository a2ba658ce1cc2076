package chat.parley.audit;

import java.util.Arrays;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Where packages come from, with the order of their versions. */
enum Ecosystem {
    MAVEN("Maven", "maven", ":") {
        @Override
        int compare(String version, String other) {
            return new ComparableVersion(version).compareTo(new ComparableVersion(other));
        }
    },
    NPM("npm", "npm", "/") {
        @Override
        int compare(String version, String other) {
            return SemanticVersion.of(version).compareTo(SemanticVersion.of(other));
        }
    };

    /** As advisories call it. */
    private final String title;

    /** As package URLs call it. */
    private final String type;

    private final String separator;

    Ecosystem(String title, String type, String separator) {
        this.title = title;
        this.type = type;
        this.separator = separator;
    }

    /** Which of two versions is the later one. */
    abstract int compare(String version, String other);

    /** @param name with or without a suffix, such as {@code Maven:https://repo.example.org} */
    static Optional<Ecosystem> ofTitle(String name) {
        return Arrays.stream(values())
                .filter(each -> each.title.equals(name.split(":", 2)[0]))
                .findFirst();
    }

    static Optional<Ecosystem> ofType(String type) {
        return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }

    /** Between the namespace of a package and its name. */
    String separator() {
        return separator;
    }

    @Override
    public String toString() {
        return title;
    }
}
