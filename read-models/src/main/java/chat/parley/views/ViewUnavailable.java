package chat.parley.views;

import chat.parley.refusals.Unreachable;

/** The store behind a view cannot be reached or does not answer in time; the request itself is fine. */
public final class ViewUnavailable extends Unreachable {

    private static final long serialVersionUID = 1L;

    public ViewUnavailable(Throwable cause) {
        super("the store of a view is not reachable", cause);
    }
}
