package chat.parley.access;

import chat.parley.infrastructure.SigningKeyPair;
import java.time.Clock;
import java.util.List;

/** The keys of one deployment. */
public final class Keys {

    final SigningKeyPair access = SigningKeyPair.fresh();
    final SigningKeyPair service = SigningKeyPair.fresh();
    final PublicKeys known = new PublicKeys(List.of(access.publicKey()), List.of(service.publicKey()));

    public ServiceTokens serviceTokens(Clock clock) {
        return new ServiceTokens(service.privateKey(), known, clock);
    }

    public TokenVerifier verifier(Clock clock) {
        return new TokenVerifier(known, clock);
    }

    AccessTokens accessTokens(Clock clock) {
        return new AccessTokens(access.privateKey(), known, clock);
    }

    /** As properties of a service that issues every kind of token. */
    String[] properties() {
        return new String[] {
            "parley.secret.access=" + access.privateKey(),
            "parley.publickey.access=" + access.publicKey(),
            "parley.secret.service=" + service.privateKey(),
            "parley.publickey.service=" + service.publicKey()
        };
    }
}
