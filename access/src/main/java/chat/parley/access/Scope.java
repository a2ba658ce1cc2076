package chat.parley.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a machine client may do. */
public enum Scope {
    /** Reads every event without what people wrote. */
    ANALYST,
    /** Reads every event with what people wrote. */
    CONTENT,
    /** Runs the deployment: clients, legal holds, erasure. */
    OPERATOR;

    /** The form used in tokens and requests. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    @JsonCreator
    static Scope parse(String code) {
        return ofCode(code).orElseThrow(() -> new IllegalArgumentException("no such scope"));
    }

    /**
     * Reads the form OAuth 2.0 gives scopes: codes separated by spaces.
     *
     * @throws IllegalArgumentException where one is unknown
     */
    public static Set<Scope> parseAll(String codes) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : codes.strip().split(" +")) {
            scopes.add(parse(code));
        }
        return scopes;
    }

    /** The form {@link #parseAll} reads. */
    public static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
    }
}
