package io.hostpulse.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private final JsonReader reader = new JsonReader();
    private final JsonWriter writer = new JsonWriter();

    @Test
    void writesWhatItHasRead() {
        String text = "{\"a\":1,\"b\":-2.5,\"c\":\"ü \\\"\\n\",\"d\":[true,false,null,{}],\"e\":{\"f\":[[]]}}";
        assertThat(writer.text(reader.read(text))).isEqualTo(text);
    }

    @Test
    void tellsNullFromNothing() {
        JsonObject object = reader.read("{\"a\":null}");
        assertThat(object.get("a")).contains(new JsonValue.Null());
        assertThat(object.get("b")).isEmpty();
    }

    @Test
    void takesNumbersThatNoLongCanHold() {
        JsonObject object = reader.read("{\"most\":9223372036854775807,\"more\":18446744073709551615}");
        assertThat(object.whole("most")).contains(Long.MAX_VALUE);
        assertThat(object.whole("more")).isEmpty();
        assertThat(object.number("more")).contains(1.8446744073709552E19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{}{}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{a:1}"})
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
        assertThatThrownBy(() -> reader.read(deep)).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void findsMembersOfTheirKindOnly() {
        JsonObject object = reader.read("{\"text\":\"t\",\"list\":[\"a\",1],\"flag\":true,\"object\":{\"x\":1}}");
        assertThat(object.text("list")).isEmpty();
        assertThat(object.texts("list")).containsExactly("a");
        assertThat(object.isTrue("flag")).isTrue();
        assertThat(object.isTrue("text")).isFalse();
        assertThat(object.object("object").whole("x")).contains(1L);
        assertThat(object.object("text")).isEqualTo(JsonObject.EMPTY);
        assertThat(object.array("text")).isEmpty();
        assertThat(object.number("text")).isEmpty();
    }
}
