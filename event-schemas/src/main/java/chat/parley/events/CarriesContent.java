package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * An event that carries what a person wrote. The log keeps that part, the property {@code content}, apart from
 * the payload so that it can be forgotten while the rest of the event, with a commitment to it, stays.
 */
public interface CarriesContent {

    /** Under whose key the content is: with the key it is forgotten. */
    Owner owner();

    /** What was written; null once it was forgotten. */
    @Nullable
    Record content();
}
