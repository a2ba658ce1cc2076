package chat.parley.load.seed;

import java.util.UUID;

/**
 * Someone who was registered by SQL.
 *
 * @param secret of the session's refresh token
 */
record SeededAccount(UUID user, String username, UUID session, String secret) {

    String refreshToken() {
        return session + "." + secret;
    }
}
