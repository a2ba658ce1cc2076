package chat.parley.access;

/**
 * A service of this organization asking for a person. A controller's parameter of this type takes service tokens only:
 * what it guards cannot be called from outside.
 */
public record ServiceCaller(Caller caller) implements Principal {}
