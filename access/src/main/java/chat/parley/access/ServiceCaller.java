package chat.parley.access;

/**
 * A service that calls on behalf of a person. A controller's parameter of this type accepts only service tokens, so the
 * method cannot be called from outside.
 */
public record ServiceCaller(Caller caller) implements Principal {}
