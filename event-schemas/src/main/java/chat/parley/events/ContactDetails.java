package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * How a person can be reached outside. Nobody else is told.
 *
 * @param email at most 254 characters
 * @param phone in E.164 form, or absent
 */
public record ContactDetails(String email, @Nullable String phone) {}
