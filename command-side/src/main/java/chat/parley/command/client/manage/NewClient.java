package chat.parley.command.client.manage;

import chat.parley.access.Scope;
import chat.parley.command.text.SingleLineText;
import chat.parley.contracts.Required;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request to create a client.
 *
 * @param name 1 to 100 characters on one line
 * @param scopes at least one
 */
record NewClient(@Required String name, @Required Set<Scope> scopes) {

    private static final int LONGEST_NAME = 100;

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME || !SingleLineText.isPlain(name)) {
            problems.add(new FieldProblem("name", Reason.MALFORMED, "A name is 1 to 100 characters on one line."));
        }
        if (scopes.isEmpty()) {
            problems.add(new FieldProblem("scopes", Reason.MALFORMED, "A client has at least one scope."));
        }
        return problems;
    }

    /** The same with sorted scopes, so that their order makes no difference. */
    NewClient inOrder() {
        return new NewClient(name, new TreeSet<>(scopes));
    }
}
