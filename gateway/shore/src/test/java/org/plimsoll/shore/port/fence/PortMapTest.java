package org.plimsoll.shore.port.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.Timestamp;

class PortMapTest {

  private static final String SQUARE = "[[130,42],[131,42],[131,43],[130,43],[130,42]]";

  @Test
  void readsTheExample() throws Exception {
    PortMap map = PortMap.read(Path.of("../../tools/examples/port.geojson"));
    assertThat(map.fences())
        .extracting(fence -> fence.unlocode() + " " + fence.location() + " " + fence.name())
        .containsExactly(
            "KPNAJ PORT Rajin",
            "KPNAJ BERTH Pier 1",
            "RUVVO PORT Vladivostok",
            "RUVVO BERTH Berth 2");
    Fence berth = map.fences().get(1);
    Fix alongside = new Fix(0, 42.2400, 130.3000, OptionalDouble.of(0.1));
    assertThat(berth.side(alongside, 50)).isEqualTo(Fence.Side.INSIDE);
    assertThat(map.fences().get(0).side(alongside, 50)).isEqualTo(Fence.Side.INSIDE);
  }

  /** A square with a hole of a tenth of a degree in its middle. */
  @ParameterizedTest
  @CsvSource({
    "42.2,130.5,true", "42.5,130.5,false", "41.99,130.5,false", "43.01,130.5,false",
    "42.5,129.99,false", "42.5,131.01,false", "42.5,130.1,true", "42.44,130.5,true",
    "42.46,130.5,false", "42.4,130.56,true",
  })
  void insideIsInside(double latitude, double longitude, boolean inside) throws Exception {
    String hole = "[[130.45,42.45],[130.55,42.45],[130.55,42.55],[130.45,42.55],[130.45,42.45]]";
    Fence fence = fence(SQUARE + "," + hole);
    assertThat(fence.area().contains(latitude, longitude)).isEqualTo(inside);
  }

  /** A hundredth of a degree of latitude is 1112 m; of longitude at 42 degrees, 826 m. */
  @ParameterizedTest
  @CsvSource({
    "41.99,130.5,1100,true", "41.99,130.5,1120,false",
    "42.5,129.99,810,true", "42.5,129.99,830,false",
    "41.99,129.99,1300,true", "41.99,129.99,1400,false",
  })
  void distanceIsToTheNearestEdge(double latitude, double longitude, double metres, boolean far)
      throws Exception {
    assertThat(fence(SQUARE).area().isFartherThan(metres, latitude, longitude)).isEqualTo(far);
  }

  @Test
  void atABerthSheIsInsideOnceSheIsFast() throws Exception {
    Fence berth = PortMap.of(feature("berth", "B1", SQUARE)).fences().get(0);
    assertThat(berth.location()).isEqualTo(Timestamp.Location.BERTH);
    assertThat(berth.side(fix(42.5, OptionalDouble.of(0.3)), 50)).isEqualTo(Fence.Side.INSIDE);
    assertThat(berth.side(fix(42.5, OptionalDouble.of(0.4)), 50)).isEqualTo(Fence.Side.BETWEEN);
    assertThat(berth.side(fix(42.5, OptionalDouble.empty()), 50)).isEqualTo(Fence.Side.BETWEEN);
    assertThat(berth.side(fix(41.9, OptionalDouble.empty()), 50)).isEqualTo(Fence.Side.OUTSIDE);
    assertThat(berth.side(fix(41.9999, OptionalDouble.of(0)), 50)).isEqualTo(Fence.Side.BETWEEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | not a JSON object",
        "{} | no GeoJSON FeatureCollection",
        "{\"type\":\"FeatureCollection\",\"features\":[]} | no feature has the property kind",
      })
  void refusesWhatIsNoMap(String json, String why) {
    assertThatThrownBy(() -> PortMap.of(json)).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[130,42],[131,42],[130,42]] | four corners",
        "[[130,42],[131,42],[131,43],[130,43],[130,41]] | ends where it begins",
        "[[130,42],[131,42],[131,93],[130,42]] | no longitude",
        "[[130,42],[\"131\",42],[131,43],[130,42]] | no longitude",
      })
  void refusesWhatIsNoArea(String ring, String why) {
    assertThatThrownBy(() -> fence(ring)).hasMessageContaining(why);
  }

  @Test
  void refusesTwoOfOneName() {
    String one = feature("port", "P", SQUARE);
    String both = one.substring(0, one.length() - 2) + "," + one.substring(one.indexOf("[{") + 1);
    assertThatThrownBy(() -> PortMap.of(both)).hasMessageContaining("a second 'P'");
  }

  private static Fix fix(double latitude, OptionalDouble speed) {
    return new Fix(0, latitude, 130.5, speed);
  }

  private static Fence fence(String rings) throws Exception {
    return PortMap.of(feature("port", "P", rings)).fences().get(0);
  }

  private static String feature(String kind, String name, String rings) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + "{\"kind\":\""
        + kind
        + "\",\"unlocode\":\"KPNAJ\",\"name\":\""
        + name
        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
        + rings
        + "]}}]}";
  }
}
