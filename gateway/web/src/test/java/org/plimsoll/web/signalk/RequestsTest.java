package org.plimsoll.web.signalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask for, as they write it. */
class RequestsTest {

  private static final Subscription ALL = Subscription.all("vessels.self");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"context":"vessels.self","subscribe":[{"path":"navigation.*"}]}              | vessels.self | navigation.* | 1
          {"subscribe":[{"path":"navigation.*","period":5000}]}                         | vessels.self | navigation.* | 5
          {"context":"*","subscribe":[{"path":"*","period":200,"policy":"instant"}]}    | *            | *            | 1
          {"context":"vessels.*","subscribe":[{"path":"a.b","period":99999999999}]}     | vessels.*    | a.b          | 86400
          {"context":"vessels.self","subscribe":[{"path":"a","period":-1}]}             | vessels.self | a            | 1
          """)
  void subscribes(String message, String context, String path, int everyTicks) {
    assertThat(Requests.apply(List.of(), message))
        .containsExactly(new Subscription(context, path, everyTicks));
  }

  @Test
  void askingAgainReplaces() {
    assertThat(
            Requests.apply(
                List.of(ALL, new Subscription("vessels.self", "a", 1)),
                "{\"subscribe\":[{\"path\":\"a\",\"period\":3000}]}"))
        .containsExactly(ALL, new Subscription("vessels.self", "a", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"context":"*","unsubscribe":[{"path":"*"}]}            | 0
          {"context":"vessels.self","unsubscribe":[{"path":"*"}]} | 1
          {"context":"vessels.self","unsubscribe":[{"path":"a"}]} | 2
          {"context":"vessels.self","unsubscribe":[{"path":"b"}]} | 3
          {"context":"*","unsubscribe":[{"path":"a"}]}            | 1
          """)
  void unsubscribes(String message, int left) {
    List<Subscription> now =
        List.of(
            ALL, new Subscription("vessels.self", "a", 1), new Subscription("vessels.*", "a", 1));
    assertThat(Requests.apply(now, message)).hasSize(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{}",
        "{\"subscribe\":{}}",
        "{\"subscribe\":[{}]}",
        "{\"subscribe\":[{\"path\":\"\"}]}",
        "{\"subscribe\":[{\"path\":\"a b\"}]}",
        "{\"subscribe\":[{\"path\":\"a\\n\"}]}",
        "{\"context\":\"vessels.'\",\"subscribe\":[{\"path\":\"a\"}]}",
        "{\"subscribe\":[{\"path\":\"a\"}],\"unsubscribe\":[{\"path\":\"a\"}]}",
        "{\"put\":{\"path\":\"a\",\"value\":1}}"
      })
  void refusesWhatMakesNoSense(String message) {
    assertThat(Requests.apply(List.of(ALL), message)).isNull();
  }

  @Test
  void refusesMoreThanItCanKeep() {
    List<Subscription> now = new ArrayList<>();
    for (int i = 0; i < Requests.MAX_SUBSCRIPTIONS; i++) {
      now.add(new Subscription("vessels.self", "path" + i, 1));
    }
    assertThat(Requests.apply(now, "{\"subscribe\":[{\"path\":\"more\"}]}")).isNull();
    String longest = "a".repeat(Subscription.MAX_TEXT + 1);
    assertThat(Requests.apply(List.of(), "{\"subscribe\":[{\"path\":\"" + longest + "\"}]}"))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "*,                  navigation.position,        true",
    "navigation.*,       navigation.position,        true",
    "navigation.*,       environment.wind.speedTrue, false",
    "*.draught.*,        hull.draught.aft.port,      true",
    "hull.*.port,        hull.draught.aft.port,      true",
    "hull.*.port,        hull.draught.aft.starboard, false",
    "navigation.gnss,    navigation.gnss.satellites, false",
    "navigation.log,     navigation.log,             true",
    "*a*a*a*a*a*a*a*b,   aaaaaaaaaaaaaaaaaaaaaaaaa,  false"
  })
  void aStarIsAnything(String pattern, String path, boolean means) {
    Leaf leaf =
        new Leaf(
            path, "x", 0, com.fasterxml.jackson.databind.node.NullNode.getInstance(), "", "", true);
    assertThat(new Subscription("*", pattern, 1).means(leaf)).isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource({
    "vessels.self,      true,  true",
    "vessels.self,      false, false",
    "vessels.*,         false, true",
    "*,                 false, true",
    "aircraft.*,        true,  false",
    "vessels.urn:one,   false, true",
    "vessels.urn:two,   true,  false"
  })
  void aContextMeansVessels(String context, boolean isSelf, boolean means) {
    assertThat(new Subscription(context, "*", 1).means("vessels.urn:one", isSelf)).isEqualTo(means);
  }
}
