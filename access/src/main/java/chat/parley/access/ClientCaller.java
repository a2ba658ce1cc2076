package chat.parley.access;

import java.util.Set;

/**
 * A program that asks in its own name. A controller's parameter of this type, marked {@link Scoped}, takes the tokens of such
 * clients only, and only with one of the scopes named there.
 *
 * @param scopes what this token grants, which may be less than the client could have
 */
public record ClientCaller(ClientId client, Set<Scope> scopes) implements Principal {

    public ClientCaller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
