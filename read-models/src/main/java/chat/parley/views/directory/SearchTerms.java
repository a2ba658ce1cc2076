package chat.parley.views.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Search terms of people and of queries, normalized alike. */
final class SearchTerms {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INSIDE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchTerms() {}

    /** The username and each word of the name; for "Anne-Marie" also "marie". */
    static Set<String> of(DirectoryEntry entry) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(fold(entry.username()));
        for (String word : words(entry.displayName())) {
            terms.add(word);
            for (String part : INSIDE.split(word)) {
                if (!part.isEmpty()) {
                    terms.add(part);
                }
            }
        }
        return terms;
    }

    /** The words of a query or of a name. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : SPACES.split(fold(text))) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
