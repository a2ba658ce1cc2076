package chat.parley.views.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query finds a name if each of its words begins a term of the name. */
class SearchTermsTest {

    private static boolean finds(String query, String name) {
        var terms = SearchTerms.of(new DirectoryEntry(new UserId(new UUID(0, 0)), "someone", name, null, null, 1));
        List<String> words = SearchTerms.words(query);
        return !words.isEmpty()
                && words.stream().allMatch(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jose|José",
                "JOSÉ|jose",
                "jose\u0301|José",
                "weiss|Weiß",
                "WEISS|weiß",
                "o'brien|O\u2019Brien",
                "o\u2019brien|O'Brien",
                "o`brien|O'Brien",
                "obrien|O\u2019Brien",
                "brien|O\u2019Brien",
                "anne-marie|Anne\u2010Marie",
                "anne\u2013marie|Anne-Marie",
                "annemarie|Anne-Marie",
                "marie|Anne-Marie",
                "soren|Søren",
                "lukasz|Łukasz",
                "ngoc|Ngọc",
                "ΑΝΔΡΕΑΣ|Ανδρέας",
                "алексеи|Алексей",
                "İstanbul|istanbul",
                "(jose)|José",
                "jose,|José Maria",
                "\uff2a\uff4f\uff53\uff45|José",
                "ジョン|ｼﾞｮﾝ"
            })
    void howANameIsWrittenMakesNoDifference(String query, String name) {
        assertThat(finds(query, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"josef|José", "ose|José", "' - '|José", "b|O Connor"})
    void butOtherNamesAreOthers(String query, String name) {
        assertThat(finds(query, name)).isFalse();
    }
}
