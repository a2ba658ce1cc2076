package chat.parley.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds words in what a store holds, also where they are written as hexadecimal or as base64, in which they look different at each of three places. */
final class Words {

    private static final int LOOKS = 3;

    private final Map<String, String> wordsByLook = new LinkedHashMap<>();

    Words(List<String> words) {
        words.forEach(this::add);
    }

    private void add(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        wordsByLook.put(word.toLowerCase(Locale.ROOT), word);
        wordsByLook.put(HexFormat.of().formatHex(bytes), word);
        for (int skipped = 0; skipped < LOOKS; skipped++) {
            byte[] whole = Arrays.copyOfRange(bytes, skipped, skipped + (bytes.length - skipped) / LOOKS * LOOKS);
            wordsByLook.put(Base64.getEncoder().encodeToString(whole).toLowerCase(Locale.ROOT), word);
            wordsByLook.put(Base64.getUrlEncoder().encodeToString(whole).toLowerCase(Locale.ROOT), word);
        }
    }

    /** The words that are there, each with the place. */
    List<String> foundIn(Map<String, String> contents) {
        List<String> found = new ArrayList<>();
        contents.forEach((place, content) -> {
            String looked = content.toLowerCase(Locale.ROOT);
            wordsByLook.forEach((look, word) -> {
                if (looked.contains(look)) {
                    found.add(word + " in " + place);
                }
            });
        });
        return found;
    }
}
