package chat.parley.events;

/**
 * An event that no view will ever store anything of: a build that does not know its type may skip it. Any other event of an
 * unknown type must be handled later by a build that knows it, so the view's queue keeps its checkpoint before it.
 */
public interface Skippable {}
