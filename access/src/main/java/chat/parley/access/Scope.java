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
    /** Reads every event without its content. */
    ANALYST,
    /** Reads every event with its content. */
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
     * Parses scopes in the form of OAuth 2.0: codes separated by spaces.
     *
     * @throws IllegalArgumentException a scope is unknown
     */
    public static Set<Scope> parseAll(String codes) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : codes.strip().split(" +")) {
            scopes.add(parse(code));
        }
        return scopes;
    }

    /** Writes the form that {@link #parseAll} parses. */
    public static String join(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
    }
}
