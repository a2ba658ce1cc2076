package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * An event with content that a person wrote. The log stores the property {@code content} apart from the payload, so that it
 * can be erased while the rest of the event, with a commitment to the content, stays.
 */
public interface CarriesContent {

    /** Whose key encrypts the content. Destroying the key erases it. */
    Owner owner();

    /** The content; null once it was erased. */
    @Nullable
    Record content();
}
