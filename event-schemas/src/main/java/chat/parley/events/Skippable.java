package chat.parley.events;

/**
 * An event no view holds anything of, now or later: a build that does not know its type may pass it by. Every other event of a type that
 * a view does not know is come back to once it is known, for which the view's queue keeps its place in the log.
 */
public interface Skippable {}
