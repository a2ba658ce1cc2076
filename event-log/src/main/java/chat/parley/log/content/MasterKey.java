package chat.parley.log.content;

/** What data keys are wrapped with; it never touches content itself. */
public interface MasterKey {

    /** Names the key beside what it wrapped, and gives nothing of it away. */
    String id();

    /** @throws MasterKeyUnavailable the service that holds the key does not answer or does not grant it */
    byte[] wrap(byte[] dataKey, KeyContext context);

    /**
     * @throws UnwrapRefused not wrapped by this key in this context, or changed since
     * @throws MasterKeyUnavailable as for {@link #wrap}
     */
    byte[] unwrap(byte[] wrapped, KeyContext context) throws UnwrapRefused;
}
