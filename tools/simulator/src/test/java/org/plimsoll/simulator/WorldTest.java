package org.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plimsoll.naval.DraughtSurvey;
import org.plimsoll.naval.HydrostaticTable;
import org.plimsoll.naval.ObservedDraughts;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.SurveyConditions;
import org.plimsoll.naval.SurveyResult;

/** The physics, in virtual time: twelve minutes take a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldTest {

  private static final int STEPS_PER_SECOND = (int) Math.round(1 / World.STEP_SECONDS);
  private static final int VOYAGE_SECONDS = 720;

  private final HydrostaticTable table = ReferenceFerry.hydrostatics();
  private final List<Truth> seconds = voyage(7);

  @Test
  void sameSeedSameTruth() {
    List<Truth> again = voyage(7);
    List<Truth> other = voyage(8);
    assertThat(again).isEqualTo(seconds);
    assertThat(other).isNotEqualTo(seconds);
  }

  @Test
  void everyPhaseComesInItsOrderWithinAboutTenMinutes() {
    List<Phase> phases = new ArrayList<>();
    for (Truth truth : seconds) {
      if (phases.isEmpty() || phases.get(phases.size() - 1) != truth.phase()) {
        phases.add(truth.phase());
      }
    }
    assertThat(phases)
        .startsWith(
            Phase.LOADING,
            Phase.OVERLOADING,
            Phase.RELIEVING,
            Phase.SINGLING_UP,
            Phase.OUTWARD,
            Phase.UNLOADING,
            Phase.CLEARING,
            Phase.HOMEWARD,
            Phase.LOADING);
    Truth home =
        seconds.stream()
            .dropWhile(truth -> truth.phase() != Phase.HOMEWARD)
            .filter(truth -> truth.phase() == Phase.LOADING)
            .findFirst()
            .orElseThrow();
    assertThat(home.elapsedSeconds()).isBetween(540.0, 700.0);
    assertThat(home.navigation().latitudeDegrees()).isCloseTo(Passage.RAJIN_LATITUDE, within(1e-4));
  }

  @Test
  void lorriesRollWithinTwentySecondsAndOneIsHeavierThanItsPapers() {
    Truth early = seconds.get(20);
    assertThat(early.cargo().units()).isGreaterThanOrEqualTo(3);
    assertThat(early.cargo().massTonnes() - early.cargo().declaredTonnes()).isBetween(11.0, 14.0);
  }

  @Test
  void theLimitIsPassedAndTheShipRelievedBeforeSheSails() {
    assertThat(during(truth -> truth.phase() == Phase.OVERLOADING))
        .anySatisfy(truth -> assertThat(truth.cargo().massTonnes()).isCloseTo(1025, within(1.0)));
    assertThat(during(truth -> truth.phase() == Phase.OUTWARD))
        .isNotEmpty()
        .allSatisfy(
            truth -> {
              assertThat(truth.cargo().massTonnes()).isCloseTo(955, within(1.0));
              assertThat(truth.passengers()).isEqualTo(187);
            });
    assertThat(during(truth -> truth.phase() == Phase.HOMEWARD))
        .isNotEmpty()
        .allSatisfy(truth -> assertThat(truth.cargo().massTonnes()).isZero());
  }

  @Test
  void whatRollsAboardSinksHerByTheSurvey() {
    DraughtSurvey survey =
        new DraughtSurvey(ReferenceFerry.PARTICULARS, table, SurveyAccuracy.GOOD);
    List<Truth> settled =
        during(
            truth ->
                Set.of(Phase.SINGLING_UP, Phase.OUTWARD, Phase.CLEARING, Phase.HOMEWARD)
                    .contains(truth.phase()));
    assertThat(settled).hasSizeGreaterThan(100);
    for (Truth truth : settled.subList(10, settled.size())) {
      SurveyResult result = survey.survey(truth.floating().still(), conditions(truth));
      assertThat(result).isInstanceOf(SurveyResult.Surveyed.class);
      SurveyResult.Surveyed surveyed = (SurveyResult.Surveyed) result;
      assertThat(surveyed.cargo().orElseThrow().massTonnes())
          .as("at %s s", truth.elapsedSeconds())
          .isCloseTo(truth.cargo().massTonnes(), within(6.0));
      assertThat(surveyed.floating().trimMetres())
          .isCloseTo(truth.floating().trimMetres(), within(0.01));
      assertThat(surveyed.floating().listRadians())
          .isCloseTo(truth.floating().listRadians(), within(1e-6));
    }
  }

  @Test
  void sheStaysUprightAndOnTheTable() {
    assertThat(seconds)
        .allSatisfy(
            truth -> {
              assertThat(Math.toDegrees(truth.floating().listRadians())).isBetween(-1.6, 1.6);
              assertThat(truth.floating().trimMetres()).isBetween(-0.5, 1.5);
            });
    assertThat(during(truth -> truth.phase() == Phase.OUTWARD))
        .allSatisfy(
            truth ->
                assertThat(Math.toDegrees(truth.floating().listRadians())).isBetween(-0.4, 0.4));
  }

  @Test
  void positionSpeedAndCourseTellOneStory() {
    World world = new World(7, Scenario.VOYAGE, table);
    NavigationTruth before = world.truth().navigation();
    double way = 0;
    for (int i = 0; i < VOYAGE_SECONDS * STEPS_PER_SECOND; i++) {
      world.step();
      NavigationTruth now = world.truth().navigation();
      double north = Math.toRadians(now.latitudeDegrees() - before.latitudeDegrees()) * 6_371_008.8;
      double east =
          Math.toRadians(now.longitudeDegrees() - before.longitudeDegrees())
              * 6_371_008.8
              * Math.cos(Math.toRadians(now.latitudeDegrees()));
      double moved = Math.hypot(north, east);
      assertThat(moved).isCloseTo(now.speedMetresPerSecond() * World.STEP_SECONDS, within(2e-3));
      if (now.speedMetresPerSecond() > 1) {
        double course = Math.atan2(east, north);
        assertThat(Math.IEEEremainder(course - now.courseRadians(), 2 * Math.PI))
            .isCloseTo(0, within(0.02));
      }
      way += moved;
      before = now;
    }
    assertThat(way).isGreaterThan(2 * Passage.LEG_METRES - 20);
  }

  @Test
  void theLinkIsLostOnceUnderWay() {
    List<Truth> down = during(Truth::isLinkDown);
    assertThat(down).hasSizeBetween(50, 60);
    assertThat(down).allSatisfy(truth -> assertThat(truth.phase()).isEqualTo(Phase.OUTWARD));
  }

  @Test
  void sensorsAreNearTheTruthInHarbourAndRougherAtSea() {
    double harbour = scatter(truth -> truth.phase() == Phase.SINGLING_UP);
    double sea = scatter(truth -> truth.isLinkDown());
    assertThat(harbour).isBetween(0.002, 0.010);
    assertThat(sea).isBetween(2 * harbour, 0.08);
  }

  @Test
  void alongsideNothingMovesButTheWater() {
    World world = new World(1, Scenario.ALONGSIDE, table);
    ObservedDraughts still = world.truth().floating().still();
    Set<Double> readings = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      world.step();
      world.truth().floating().sensed().metres().values().forEach(readings::add);
    }
    assertThat(world.truth().floating().still().metres())
        .allSatisfy(
            (mark, metres) ->
                assertThat(metres).isCloseTo(still.at(mark).orElseThrow(), within(1e-3)));
    assertThat(readings).hasSizeGreaterThan(10);
    assertThat(world.truth().cargo().massTonnes()).isCloseTo(955, within(1.0));
    assertThat(world.truth().phase()).isEqualTo(Phase.ALONGSIDE);
  }

  @Test
  void anOverloadComesInLittleMoreThanAMinuteAndStays() {
    List<Truth> overloaded = run(7, Scenario.OVERLOADED, 240);
    Truth early = overloaded.get(20);
    assertThat(early.cargo().massTonnes() - early.cargo().declaredTonnes()).isBetween(11.0, 14.0);
    assertThat(overloaded.get(70).cargo().massTonnes()).isLessThan(1000);
    assertThat(overloaded.subList(85, 240))
        .allSatisfy(
            truth -> {
              assertThat(truth.phase()).isEqualTo(Phase.OVERLOADING);
              assertThat(truth.cargo().massTonnes()).isCloseTo(1025, within(1.0));
              assertThat(truth.cargo().units()).isEqualTo(15);
              assertThat(truth.navigation().speedMetresPerSecond()).isZero();
            });
    assertThat(overloaded.get(239).passengers()).isEqualTo(187);
    assertThat(overloaded)
        .allSatisfy(
            truth -> {
              assertThat(Math.toDegrees(truth.floating().listRadians())).isBetween(-1.0, 1.0);
              assertThat(truth.floating().trimMetres()).isBetween(-0.5, 1.5);
            });
  }

  @Test
  void noUnitIsHeavierThanTheWeighbridgeCanWeigh() {
    for (long seed = 0; seed < 200; seed++) {
      for (Scenario scenario : Scenario.values()) {
        Manifest manifest = Manifest.draw(new SplittableRandom(seed), scenario);
        assertThat(manifest.units())
            .allSatisfy(unit -> assertThat(unit.massTonnes()).isBetween(10.0, 80.0));
        assertThat(manifest.units().stream().mapToDouble(CargoUnit::massTonnes).sum())
            .isCloseTo(Manifest.TOTAL_TONNES, within(1.0));
      }
    }
  }

  private double scatter(Predicate<Truth> when) {
    return Math.sqrt(
        during(when).stream()
            .flatMapToDouble(
                truth ->
                    truth.floating().sensed().metres().entrySet().stream()
                        .mapToDouble(
                            entry ->
                                entry.getValue()
                                    - truth.floating().still().at(entry.getKey()).orElseThrow()))
            .map(error -> error * error)
            .average()
            .orElseThrow());
  }

  private List<Truth> during(Predicate<Truth> when) {
    return seconds.stream().filter(when).toList();
  }

  private List<Truth> voyage(long seed) {
    return run(seed, Scenario.VOYAGE, VOYAGE_SECONDS);
  }

  private List<Truth> run(long seed, Scenario scenario, int length) {
    World world = new World(seed, scenario, table);
    List<Truth> truths = new ArrayList<>(List.of(world.truth()));
    for (int second = 0; second < length; second++) {
      for (int i = 0; i < STEPS_PER_SECOND; i++) {
        world.step();
      }
      truths.add(world.truth());
    }
    return truths;
  }

  private static SurveyConditions conditions(Truth truth) {
    return new SurveyConditions(
        ReferenceFerry.WATER_TONNES_PER_CUBIC_METRE,
        ReferenceFerry.DEDUCTIBLES_TONNES,
        OptionalInt.of(truth.passengers()),
        0);
  }
}
