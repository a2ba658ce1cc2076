package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.LogId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every master key must do. */
abstract class MasterKeyContract {

    private static final KeyContext CONTEXT = new KeyContext(new LogId(UUID.randomUUID()), UUID.randomUUID());
    private static final byte[] DATA_KEY = "32 bytes that nobody should know".getBytes(StandardCharsets.UTF_8);

    /** The same name gives the same key. */
    protected abstract MasterKey key(String name);

    @Test
    void whatItWrapsItUnwrapsAlsoInAnotherProcess() throws UnwrapRefused {
        byte[] wrapped = key("one").wrap(DATA_KEY, CONTEXT);
        assertThat(key("one").unwrap(wrapped, CONTEXT)).isEqualTo(DATA_KEY);
    }

    @Test
    void wrappingHidesTheKeyAndIsNeverTheSameTwice() {
        byte[] wrapped = key("one").wrap(DATA_KEY, CONTEXT);
        assertThat(wrapped).isNotEqualTo(key("one").wrap(DATA_KEY, CONTEXT));
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("nobody");
    }

    @Test
    void itUnwrapsForTheSameLogAndOwnerOnly() {
        byte[] wrapped = key("one").wrap(DATA_KEY, CONTEXT);
        refused("one", wrapped, new KeyContext(new LogId(UUID.randomUUID()), CONTEXT.owner()));
        refused("one", wrapped, new KeyContext(CONTEXT.log(), UUID.randomUUID()));
    }

    @Test
    void anotherKeyDoesNotUnwrap() {
        refused("another", key("one").wrap(DATA_KEY, CONTEXT), CONTEXT);
    }

    @Test
    void whatWasAlteredOrNeverWrappedDoesNotUnwrap() {
        byte[] wrapped = key("one").wrap(DATA_KEY, CONTEXT);
        byte[] altered = wrapped.clone();
        altered[altered.length - 1] ^= 1;
        refused("one", altered, CONTEXT);
        refused("one", Arrays.copyOf(wrapped, 10), CONTEXT);
        refused("one", new byte[] {1}, CONTEXT);
    }

    @Test
    void itsIdNamesItAndNoOther() {
        assertThat(key("one").id())
                .isEqualTo(key("one").id())
                .isNotEqualTo(key("another").id());
    }

    private void refused(String name, byte[] wrapped, KeyContext context) {
        assertThatThrownBy(() -> key(name).unwrap(wrapped, context)).isInstanceOf(UnwrapRefused.class);
    }
}
