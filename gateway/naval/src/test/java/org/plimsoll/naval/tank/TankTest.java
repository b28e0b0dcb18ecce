package org.plimsoll.naval.tank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.naval.tank.Tank.Depth;
import org.plimsoll.naval.tank.Tank.Gauge;

class TankTest {

  private static final Liquid BALLAST = new Liquid("ballast", 1.025, 0.002);

  /** A box of 50 m2, 3 m high; its gauge stands 4 m forward of its middle, 100 m between ends. */
  private static final Grid EVEN = grid("sounding,0\n0,0\n1,50\n2,100\n3,150\n");

  private static final Grid BY_TRIM =
      grid("sounding,-1,0,1,2\n0.5,23,25,27,29\n1.5,73,75,77,79\n2.5,123,125,127,129\n");

  private static final Grid DEPTHS =
      grid("sounding,-1,0,1,2\n0.5,-0.04,0,0.04,0.08\n2.5,-0.04,0,0.04,0.08\n");

  private static final Grid VOLUMES = grid("sounding,-1,0,1,2\n0.5,-2,0,2,4\n2.5,-2,0,2,4\n");

  @ParameterizedTest
  @CsvSource({"1.0, 0, 50", "1.0, 1, 52", "1.25, 0.5, 63.5", "2.5, -1, 123", "1.7, 2, 89"})
  void theThreeKindsOfTableAgree(double sounding, double trim, double volume) {
    for (TankTable table :
        new TankTable[] {
          new TankTable.VolumeByTrim(BY_TRIM),
          new TankTable.DepthCorrection(EVEN, DEPTHS),
          new TankTable.VolumeCorrection(EVEN, VOLUMES)
        }) {
      Tank tank = new Tank("4 port", table, Depth.SOUNDING, 4, Optional.empty());
      TankContent.Gauged content = gauged(tank, new Gauge(Depth.SOUNDING, sounding, 0), trim, 0);
      assertThat(content.volumeCubicMetres()).isCloseTo(volume, within(1e-9));
      assertThat(content.massTonnes()).isCloseTo(volume * 1.025, within(1e-9));
    }
  }

  @Test
  void ullageAndSoundingAreTheTwoSidesOfTheReferenceHeight() {
    Tank bySounding =
        new Tank("4", new TankTable.VolumeByTrim(BY_TRIM), Depth.SOUNDING, 4, Optional.empty());
    assertThat(gauged(bySounding, new Gauge(Depth.ULLAGE, 2.75, 0), 0, 0).volumeCubicMetres())
        .isCloseTo(62.5, within(1e-9));
    Grid falling = grid("ullage,0\n1,150\n2,100\n3,50\n4,0\n");
    Tank byUllage =
        new Tank("4", new TankTable.VolumeByTrim(falling), Depth.ULLAGE, 4, Optional.empty());
    assertThat(gauged(byUllage, new Gauge(Depth.SOUNDING, 1.25, 0), 1, 0).volumeCubicMetres())
        .isCloseTo(62.5, within(1e-9));
  }

  @Test
  void listIsCorrectedBeforeTrim() {
    Grid list = grid("sounding,-2,0,2\n0,0.1,0,-0.1\n3,0.1,0,-0.1\n");
    Tank tank =
        new Tank("4", new TankTable.VolumeByTrim(BY_TRIM), Depth.SOUNDING, 4, Optional.of(list));
    Gauge gauge = new Gauge(Depth.SOUNDING, 1.5, 0);
    assertThat(gauged(tank, gauge, 1, Math.toRadians(1)).volumeCubicMetres())
        .isCloseTo(77 - 2.5, within(1e-9));
    assertThat(tank.content(gauge, 1, Math.toRadians(3), BALLAST))
        .isEqualTo(
            new TankContent.Unknown(
                "4: sounding of 1.500 m with list 3.000 outside the table's 0.0 to 3.0 and -2.0 to"
                    + " 2.0",
                TankContent.Argument.LIST));
  }

  @Test
  void theUncertaintyIsOfGaugeAndDensity() {
    Tank tank =
        new Tank("4", new TankTable.VolumeByTrim(BY_TRIM), Depth.SOUNDING, 4, Optional.empty());
    TankContent.Gauged content = gauged(tank, new Gauge(Depth.SOUNDING, 2, 0.02), 0, 0);
    assertThat(content.sigmaTonnes())
        .isCloseTo(Math.hypot(50 * 0.02 * 1.025, 100 * 0.002), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0, DEPTH",
    "2.6, 0, DEPTH",
    "1, -1.1, TRIM",
    "1, 2.1, TRIM",
    "2.6, 2.1, DEPTH",
    "NaN, 0, DEPTH",
  })
  void outsideTheTableNothingIsKnown(double sounding, double trim, TankContent.Argument outside) {
    for (TankTable table :
        new TankTable[] {
          new TankTable.VolumeByTrim(BY_TRIM),
          new TankTable.DepthCorrection(EVEN, DEPTHS),
          new TankTable.VolumeCorrection(EVEN, VOLUMES)
        }) {
      Tank tank = new Tank("4", table, Depth.SOUNDING, 4, Optional.empty());
      TankContent content = tank.content(new Gauge(Depth.SOUNDING, sounding, 0), trim, 0, BALLAST);
      assertThat(content).isInstanceOf(TankContent.Unknown.class);
      assertThat(((TankContent.Unknown) content).reason()).contains("outside the table's 0.5");
      assertThat(((TankContent.Unknown) content).outside()).isEqualTo(outside);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# nothing | 0 rows",
        "sounding,1,0;0,1,2;1,2,3 | line 1: the columns",
        "sounding,x;0,1;1,2 | line 1: the columns",
        "sounding,0;1,1;0,2 | line 3: 0.0 must be above 1.0",
        "sounding,0;0,1;1,x | line 3: not 2 numbers",
        "sounding,0;0,1;1 | line 3: not 2 numbers",
        "sounding,0;0,1 | 1 rows",
      })
  void whatIsNoTableIsRefused(String text, String problem) {
    Grid.Import read = Grid.parse(text.replace(';', '\n'));
    assertThat(read).isInstanceOf(Grid.Import.Rejected.class);
    assertThat(((Grid.Import.Rejected) read).problems())
        .anySatisfy(found -> assertThat(found).contains(problem));
  }

  private static TankContent.Gauged gauged(Tank tank, Gauge gauge, double trim, double list) {
    TankContent content = tank.content(gauge, trim, list, BALLAST);
    assertThat(content).isInstanceOf(TankContent.Gauged.class);
    return (TankContent.Gauged) content;
  }

  private static Grid grid(String text) {
    Grid.Import read = Grid.parse(text);
    assertThat(read).isInstanceOf(Grid.Import.Imported.class);
    return ((Grid.Import.Imported) read).grid();
  }

  @Test
  void betweenAndOnThePrintedFigures() {
    Grid uneven = grid("sounding,0,2\n1,10,20\n3,30,60\n4,50,90\n");
    assertThat(uneven.at(1, 0)).hasValue(10);
    assertThat(uneven.at(2, 1).orElseThrow()).isCloseTo(30, within(1e-9));
    assertThat(uneven.at(3, 1).orElseThrow()).isCloseTo(45, within(1e-9));
    assertThat(uneven.at(3.25, 2).orElseThrow()).isCloseTo(67.5, within(1e-9));
    assertThat(uneven.at(4, 2)).hasValue(90);
    assertThat(uneven.slope(2, 0)).isCloseTo(10, within(1e-9));
    assertThat(uneven.slope(3.5, 0)).isCloseTo(20, within(1e-9));
    assertThat(uneven.slope(3.5, 1)).isCloseTo(25, within(1e-9));
  }

  @Test
  void aTextOfAnyLengthIsBounded() {
    StringBuilder rows = new StringBuilder("sounding,0\n");
    for (int i = 0; i < Grid.MAX_ROWS; i++) {
      rows.append(i).append(",1\n");
    }
    assertThat(Grid.parse(rows.toString())).isInstanceOf(Grid.Import.Imported.class);
    assertThat(Grid.parse(rows + "10000,1"))
        .isEqualTo(new Grid.Import.Rejected(List.of("line 10002: more than 10000 rows")));
    assertThat(((Grid.Import.Rejected) Grid.parse("sounding,0\n" + "x\n".repeat(100))).problems())
        .hasSize(Grid.MAX_PROBLEMS);
  }

  @Test
  void fiftyColumnsAreRead() {
    StringBuilder columns = new StringBuilder("sounding");
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < Grid.MAX_COLUMNS; i++) {
      columns.append(',').append(i);
      row.append(",1");
    }
    String two = "\n1" + row + "\n2" + row;
    assertThat(Grid.parse(columns + two)).isInstanceOf(Grid.Import.Imported.class);
    assertThat(Grid.parse(columns + ",50" + two.replace("\n2", ",1\n2") + ",1"))
        .isInstanceOf(Grid.Import.Rejected.class);
    assertThat(Grid.parse("sounding,1,1\n1,1,1\n2,2,2")).isInstanceOf(Grid.Import.Rejected.class);
    assertThat(Grid.parse("sounding,1\n1,1\n1,2")).isInstanceOf(Grid.Import.Rejected.class);
  }
}
