package chat.parley.command.upload;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a file that was looked at.
 *
 * @param type told by its bytes
 * @param size of what is served
 * @param sha256 of what is served, in hexadecimal
 */
public record Checked(
        String type,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height) {}
