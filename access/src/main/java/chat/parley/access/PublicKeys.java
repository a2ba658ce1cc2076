package chat.parley.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Ed25519 public keys that tokens are verified with, the same for every service. While a key is exchanged there are two of a kind, so
 * that tokens signed with either are accepted.
 *
 * @param access of the command side, which issues tokens to people and machine clients; each is base64 of its X.509 encoding
 * @param service of the gateways, which call other services
 */
@ConfigurationProperties("parley.publickey")
public record PublicKeys(
        @DefaultValue List<String> access, @DefaultValue List<String> service) {

    static final String ALGORITHM = "Ed25519";

    public PublicKeys {
        access = List.copyOf(access);
        service = List.copyOf(service);
        if (decoded("access", access).keySet().stream().anyMatch(decoded("service", service)::containsKey)) {
            throw new SecretUnusable("parley.publickey.access and parley.publickey.service name the same key.");
        }
    }

    /** The keys by their ids. */
    Map<String, PublicKey> of(TokenKind kind) {
        return switch (kind) {
            case ACCESS, CLIENT -> decoded("access", access);
            case SERVICE -> decoded("service", service);
        };
    }

    private static Map<String, PublicKey> decoded(String name, List<String> keys) {
        if (keys.isEmpty()) {
            throw new SecretUnusable("parley.publickey." + name + " is not set.");
        }
        Map<String, PublicKey> decoded = new LinkedHashMap<>();
        for (String key : keys) {
            PublicKey usable = decoded(name, key);
            decoded.put(KeyIds.of(usable), usable);
        }
        return decoded;
    }

    private static PublicKey decoded(String name, String key) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnusable("parley.publickey." + name + " is not the base64 of an Ed25519 public key.");
        }
    }
}
