package chat.parley.log.content;

/** Encrypts data keys, never content itself. */
public interface MasterKey {

    /** Identifies the key beside what it wrapped, without revealing it. */
    String id();

    /** @throws MasterKeyUnavailable the service that holds the key does not answer or does not grant it */
    byte[] wrap(byte[] dataKey, KeyContext context);

    /**
     * @throws UnwrapRefused not wrapped by this key in this context, or changed since
     * @throws MasterKeyUnavailable as for {@link #wrap}
     */
    byte[] unwrap(byte[] wrapped, KeyContext context) throws UnwrapRefused;
}
