package chat.parley.log.content;

import chat.parley.events.LogId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks at start that the log's data keys exist and unwrap, with one sample per master key. */
record KeyCheck(LogId log, MasterKeys masters, DataKeyTable table) {

    private static final String RIGHT_KEY = """
            Start with the key the log was written with (PARLEY_SECRET_MASTER, or PARLEY_KMS_KEYID); while data keys move to a \
            new one, give the others as PARLEY_SECRET_MASTERPREVIOUS or PARLEY_KMS_PREVIOUSKEYIDS.""";
    private static final String RIGHT_ROWS =
            "Restore the table log.data_key from a backup of this log; keys of another log are of no use here.";

    /** @param logsOwnKey reads or creates the log's own key, once the other checks have passed */
    void run(Runnable logsOwnKey) {
        keysAreThere();
        List<String> inUse = table.masterKeysInUse();
        mastersAreHeld(inUse);
        try {
            inUse.forEach(this::oneUnwraps);
            logsOwnKey.run();
        } catch (MasterKeyUnavailable e) {
            throw new LogUnusable("The log %s cannot be read: %s.".formatted(log, e.getMessage()), RIGHT_KEY);
        }
    }

    private void keysAreThere() {
        if (table.isMissing()) {
            throw new LogUnusable("The log " + log + " has events but its data keys are missing.", RIGHT_ROWS);
        }
    }

    private void mastersAreHeld(List<String> inUse) {
        Set<String> missing = new TreeSet<>(inUse);
        missing.removeAll(masters.ids());
        if (!missing.isEmpty()) {
            throw new LogUnusable(
                    "Data keys of the log %s are wrapped by the master key %s, which is not held here (held: %s)."
                            .formatted(log, String.join(", ", missing), String.join(", ", masters.ids())),
                    RIGHT_KEY);
        }
    }

    private void oneUnwraps(String masterKey) {
        DataKeyTable.Wrapped sample = table.anyUnder(masterKey);
        MasterKey master = masters.withId(masterKey).orElseThrow();
        try {
            master.unwrap(sample.bytes(), new KeyContext(log, sample.owner()));
        } catch (UnwrapRefused _) {
            throw new LogUnusable(
                    "A data key in the log %s does not unwrap under the master key %s: it belongs to another log or was altered."
                            .formatted(log, masterKey),
                    RIGHT_ROWS);
        }
    }
}
