package chat.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The check itself, on made-up pairs. */
class CompatibilityTest {

    private static final String PUBLISHED = """
            {"$id":"a","title":"t","type":"object","properties":{
              "name":{"type":"string","description":"d","minLength":2,"maxLength":20},
              "kind":{"type":"string","enum":["a","b"]},
              "count":{"type":["integer","null"],"minimum":1},
              "parts":{"type":"array","items":{"type":"object","properties":{"size":{"type":"integer"}},"required":["size"]}}},
             "required":["name","kind"]}""";

    @Test
    void theSameIsCompatible() {
        assertThat(breaches("", "")).isEmpty();
    }

    @Test
    void anotherOptionalPropertyIsCompatible() {
        assertThat(breaches("\"kind\":{", "\"more\":{\"type\":\"string\"},\"kind\":{"))
                .isEmpty();
        assertThat(breaches("{\"size\":{", "{\"weight\":{\"type\":\"integer\"},\"size\":{"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"description\":\"d\"|\"description\":\"another\"",
                "\"enum\":[\"a\",\"b\"]|\"enum\":[\"a\",\"b\",\"c\"]",
                "\"minLength\":2|\"minLength\":1",
                "\"maxLength\":20|\"maxLength\":21",
                ",\"minimum\":1|~~"
            })
    void anotherWordingOrAWiderLimitIsCompatible(String before, String after) {
        assertThat(breaches(before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"kind\":{|\"sort\":{|/kind was removed or renamed",
                "{\"size\":{|{\"length\":{|/parts/items/size was removed or renamed",
                "\"string\",\"description\"|\"integer\",\"description\"|/name changed its type",
                "[\"integer\",\"null\"]|\"integer\"|/count changed its type",
                "[\"name\",\"kind\"]|[\"name\",\"kind\",\"count\"]|/count is newly required",
                "[\"name\",\"kind\"]|[\"name\"]|/kind is no longer required",
                "\"enum\":[\"a\",\"b\"]|\"enum\":[\"a\",\"c\"]|/kind lost values it could have",
                "\"description\":\"d\"|\"enum\":[\"x\"]|/name is newly limited to certain values",
                "\"minLength\":2|\"minLength\":3|/name has a narrower minLength",
                "\"maxLength\":20|\"maxLength\":19|/name has a narrower maxLength",
                "\"description\":\"d\"|\"maximum\":9|/name has a narrower maximum",
                "\"description\":\"d\"|\"format\":\"uuid\"|/name changed its format",
                "\"title\":\"t\",\"type\":\"object\"|\"type\":\"array\"|/ changed its type"
            })
    void whatReadersReliedOnCannotChange(String before, String after, String breach) {
        assertThat(breaches(before, after)).contains(breach);
    }

    private static List<String> breaches(String before, String after) {
        assertThat(PUBLISHED).contains(before);
        JsonMapper json = JsonMapper.shared();
        return Compatibility.breaches(json.readTree(PUBLISHED), json.readTree(PUBLISHED.replace(before, after)));
    }
}
