package chat.parley.views.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Search terms of people and of queries, folded alike: accents, case, widths, kinds of apostrophes and dashes, and punctuation around a word
 * make no difference, in any script.
 */
final class SearchTerms {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INSIDE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern AROUND =
            Pattern.compile("^[^\\p{L}\\p{M}\\p{N}\\p{So}_.]+|[^\\p{L}\\p{M}\\p{N}\\p{So}_.]+$");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07`\u00b4]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");

    private SearchTerms() {}

    /**
     * The username and each word of the name; for "Anne-Marie" also "marie", and for "O'Brien" also "obrien", since not everyone writes what is
     * between.
     */
    static Set<String> of(DirectoryEntry entry) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(fold(entry.username()));
        for (String word : words(entry.displayName())) {
            terms.add(word);
            String joined = INSIDE.matcher(word).replaceAll("");
            if (!joined.isEmpty()) {
                terms.add(joined);
            }
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
            String bare = AROUND.matcher(word).replaceAll("");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** What looks like an accent alone has to be made an apostrophe first. */
    private static String fold(String text) {
        String plain = DASHES.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("-");
        return ICUFoldingFilter.NORMALIZER.normalize(plain);
    }
}
