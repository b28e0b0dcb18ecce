package org.plimsoll.vessel.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.AlertSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertBook;
import org.plimsoll.vessel.alert.AlertCategory;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.alert.AlertRules;
import org.plimsoll.vessel.alert.Tick;
import org.plimsoll.vessel.line.Dialect;

class CamTalkTest {

  private static final AlertCondition DEEP =
      new AlertCondition(
          AlertKind.DRAUGHT_LIMIT, 1, AlertPriority.WARNING, "MID 5.13 > W 5.09M P5.15 S5.11");

  private final AlertSentences sentences = new AlertSentences("II", "XAA");
  private AlertBook book = new AlertBook(AlertRules.defaults());
  private CamTalk talk = talk(false);

  private static CamTalk talk(boolean legacy) {
    return new CamTalk(
        "cam",
        8,
        new Dialect.BridgeAlerts("II", "XAA", Duration.ofSeconds(60), legacy, Optional.empty()));
  }

  @Test
  void theLifeOfOneAlert() {
    assertThat(alf(update("14:35:12.20", DEEP)))
        .containsExactly(
            "$IIALF,2,1,0,143512.20,B,W,V,XAA,10101,1,1,0,DRAUGHT LIMIT*4E",
            "$IIALF,2,2,0,,,,,XAA,10101,1,1,0,MID 5.13 > W 5.09M P5.15 S5.11*66");
    assertThat(alf(hear("14:35:20.05", "$CAACN,143520.00,XAA,10101,1,S,C*29")))
        .containsExactly("$IIALF,1,1,1,143520.05,B,W,S,XAA,10101,1,2,0,DRAUGHT LIMIT*4C");
    assertThat(alf(update("14:35:50.05", DEEP)))
        .containsExactly("$IIALF,1,1,2,143550.05,B,W,V,XAA,10101,1,3,0,DRAUGHT LIMIT*4C");
    assertThat(alf(update("14:40:12.20", DEEP)))
        .containsExactly("$IIALF,1,1,3,144012.20,B,A,V,XAA,10101,1,4,1,DRAUGHT LIMIT*5E");
    assertThat(alf(hear("14:40:55.04", "$CAACN,144055.00,XAA,10101,1,A,C*3B")))
        .containsExactly("$IIALF,1,1,4,144055.04,B,A,A,XAA,10101,1,5,1,DRAUGHT LIMIT*4A");
    assertThat(book.active().get(0).said().acknowledgedBy()).contains("cam CA");
    update("14:54:50.00");
    assertThat(alf(update("14:55:00.00")))
        .containsExactly("$IIALF,1,1,5,145500.00,B,A,N,XAA,10101,1,6,1,DRAUGHT LIMIT*47");
  }

  @Test
  void theOtherSentencesOfTheManual() {
    Alert limit = alert(10101, 1, 5, AlertPriority.ALARM, "DRAUGHT LIMIT", "14:35:12.20");
    Alert caution = alert(10301, 3, 1, AlertPriority.CAUTION, "DRAUGHT SENS 3", "14:37:00.00");
    assertThat(sentences.alf(caution, false, 6))
        .containsExactly("$IIALF,1,1,6,143700.00,B,C,A,XAA,10301,3,1,0,DRAUGHT SENS 3*06\r\n");
    assertThat(sentences.alc(List.of(limit, caution), 7))
        .containsExactly("$IIALC,01,01,07,2,XAA,10101,1,5,XAA,10301,3,1*7F\r\n");
    assertThat(sentences.alc(List.of(), 8)).containsExactly("$IIALC,01,01,08,0*76\r\n");
    assertThat(sentences.hbt(60, 3)).isEqualTo("$IIHBT,60,A,3*06\r\n");
    assertThat(
            sentences.alr(
                new Alert(
                    said(
                        10101,
                        1,
                        1,
                        AlertPriority.WARNING,
                        AlertState.ACTIVE_UNACKNOWLEDGED,
                        "DRAUGHT LIMIT",
                        "14:35:12.20"),
                    AlertCategory.B,
                    AlertPriority.WARNING,
                    0,
                    Instant.EPOCH)))
        .isEqualTo("$IIALR,143512.20,101,A,V,Draught limit*74\r\n");
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    assertThat(hear("14:40:56.10", "$CAACN,144056.00,XAA,10202,1,A,C*38"))
        .containsExactly("$IIARC,144056.10,XAA,10202,1,A*48");
    update("14:35:12.20", DEEP);
    assertThat(hear("14:40:50.10", "$CAACN,144050.00,XAA,10101,1,O,C*30"))
        .as("its announcement is not given away")
        .containsExactly("$IIARC,144050.10,XAA,10101,1,O*40");
    assertThat(hear("14:40:56.10", "$CAACN,144056.00,XAA,10101,1,X,C"))
        .singleElement()
        .asString()
        .startsWith("$IIARC,144056.10,XAA,10101,1,X*");
    hear("14:40:57.00", "$CAACN,144057.00,XAA,10101,1,A,C");
    assertThat(hear("14:40:58.00", "$CAACN,144058.00,XAA,10101,1,A,C"))
        .as("twice")
        .singleElement()
        .asString()
        .startsWith("$IIARC,");
  }

  @ParameterizedTest
  @CsvSource({"a, false", "b, true", "c, false"})
  void theCategoryDecidesOnAnAcknowledgementFromElsewhere(String category, boolean accepted) {
    book =
        new AlertBook(
            AlertRules.read(
                ConfigFile.of("t", "alerts:\n  draught-limit: {category: " + category + "}\n")
                    .root()
                    .optionalSection("alerts")));
    update("14:35:12.20", DEEP);
    List<String> said = hear("14:36:00.00", "$CAACN,143600.00,XAA,10101,1,A,C");
    assertThat(said.get(0)).startsWith(accepted ? "$IIALF,1,1,1,143600.00,B,W,A," : "$IIARC,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no flag            | $CAACN,143600.00,XAA,10101,1,A,",
        "another flag       | $CAACN,143600.00,XAA,10101,1,A,D",
        "another maker      | $CAACN,143600.00,FUR,10101,1,A,C",
        "no identifier      | $CAACN,143600.00,XAA,,1,A,C",
        "no command         | $CAACN,143600.00,XAA,10101,1,,C",
        "a refusal          | $CAARC,143600.00,XAA,10101,1,A",
        "an older command   | $CAACK,101",
      })
  void whatIsNoCommandToUsIsNotAnswered(String what, String sentence) {
    update("14:35:12.20", DEEP);
    assertThat(hear("14:36:00.00", sentence)).as(what).isEmpty();
    assertThat(book.active().get(0).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @Test
  void aQueryIsAnsweredWithTheWholeAlert() {
    update("14:35:12.20", DEEP);
    assertThat(hear("14:35:15.00", "$CAACN,143515.00,XAA,10101,1,Q,C*2D"))
        .containsExactly(
            "$IIALF,2,1,1,143512.20,B,W,V,XAA,10101,1,1,0,DRAUGHT LIMIT*4F",
            "$IIALF,2,2,1,,,,,XAA,10101,1,1,0,MID 5.13 > W 5.09M P5.15 S5.11*67");
  }

  @Test
  void theListAndTheHeartbeatAreRepeated() {
    Tick start = tick("14:00:00.00");
    assertThat(talk.everySecond(List.of(), start)).as("nobody listens").isEmpty();
    assertThat(talk.opened(List.of(), start)).hasSize(2);
    List<String> said = new ArrayList<>();
    for (int second = 1; second <= 120; second++) {
      Tick now =
          new Tick(
              start.time().plusSeconds(second),
              start.nanos() + Duration.ofSeconds(second).toNanos());
      for (String sentence : talk.everySecond(List.of(), now)) {
        said.add(second + sentence.substring(3, 6));
      }
    }
    assertThat(said).containsExactly("30ALC", "60HBT", "60ALC", "90ALC", "120HBT", "120ALC");
  }

  @Test
  void whoeverComesLateHearsEverything() {
    update("14:35:12.20", DEEP);
    assertThat(talk.opened(book.active(), tick("14:36:00.00")))
        .extracting(sentence -> sentence.substring(0, 13))
        .containsExactly("$IIHBT,60,A,0", "$IIALF,2,1,1,", "$IIALF,2,2,1,", "$IIALC,01,01,");
  }

  @Test
  void aHeartThatStopsIsACaution() {
    hear("14:00:00.00", "$CAHBT,10,A,0");
    assertThat(talk.condition(tick("14:00:24.00"))).isEmpty();
    assertThat(talk.condition(tick("14:00:26.00")))
        .hasValueSatisfying(
            condition -> assertThat(condition.priority()).isEqualTo(AlertPriority.CAUTION));
    hear("14:00:27.00", "$CAHBT,10,A,1");
    assertThat(talk.isLost(tick("14:00:28.00"))).isFalse();
    hear("14:00:29.00", "$CAHBT,10,V,2");
    assertThat(talk.isLost(tick("14:00:29.00"))).as("it says so itself").isTrue();
    assertThat(talk(false).isLost(tick("23:00:00.00"))).as("none ever heard").isFalse();
  }

  @Test
  void anOlderDisplayAcknowledgesByThreeDigits() {
    talk = talk(true);
    assertThat(update("14:35:12.20", DEEP)).contains("$IIALR,143512.20,101,A,V,Draught limit*74");
    assertThat(hear("14:36:00.00", "$CAACK,101*55".replace("*55", "")))
        .anyMatch(sentence -> sentence.startsWith("$IIALR,143600.00,101,A,A,"));
    assertThat(book.active().get(0).state()).isEqualTo(AlertState.ACTIVE_ACKNOWLEDGED);
  }

  @Test
  void noSentenceIsTooLongAndNoEntryIsSplit() {
    List<Alert> many = new ArrayList<>();
    for (int i = 1; i <= AlertBook.MAX_ALERTS; i++) {
      many.add(alert(10301, 900_000 + i, 99, AlertPriority.CAUTION, "T".repeat(16), "00:00:00"));
    }
    List<String> list = sentences.alc(many, 99);
    assertThat(list).hasSizeBetween(2, 99).allMatch(sentence -> sentence.length() <= 82);
    assertThat(list.stream().mapToInt(sentence -> decode(sentence.strip()).entries()).sum())
        .isEqualTo(AlertBook.MAX_ALERTS);
    update(
        "14:35:12.20",
        new AlertCondition(
            AlertKind.CARGO_MASS,
            1,
            AlertPriority.ALARM,
            "1012 \u00b1 9 t, *$!^~\\ " + "x".repeat(200)));
    List<String> described = sentences.alf(book.active().get(0), true, 0);
    assertThat(described.get(1)).contains("1012 +- 9 t;     ?  xxx").hasSize(82);
  }

  private record Heard(AlertSentence sentence) {
    int entries() {
      return ((AlertSentence.Alc) sentence).entries().size();
    }
  }

  private static Heard decode(String sentence) {
    List<AlertSentence> heard = new ArrayList<>();
    new Nmea0183Decoder(
            sentence.contains("*") ? ChecksumPolicy.REQUIRED : ChecksumPolicy.NEVER_SENT)
        .feed(
            ByteBuffer.wrap((sentence + "\r\n").getBytes(StandardCharsets.US_ASCII)),
            frame -> {
              if (frame instanceof Decoded.Value<?> good
                  && good.value() instanceof AlertSentence alert) {
                heard.add(alert);
              }
            });
    assertThat(heard).as(sentence).hasSize(1);
    return new Heard(heard.get(0));
  }

  private List<String> update(String time, AlertCondition... present) {
    Tick now = tick(time);
    List<Alert> changes = book.update(List.of(present), Set.of(), now);
    return strip(talk.transitions(changes, book.active(), now));
  }

  private List<String> hear(String time, String sentence) {
    Tick now = tick(time);
    List<Alert> changed = new ArrayList<>();
    List<String> said = new ArrayList<>(talk.hear(decode(sentence).sentence(), book, changed, now));
    said.addAll(talk.transitions(changed, book.active(), now));
    return strip(said);
  }

  private static List<String> strip(List<String> sentences) {
    return sentences.stream().map(String::strip).toList();
  }

  private static List<String> alf(List<String> sentences) {
    return sentences.stream().filter(sentence -> sentence.startsWith("$IIALF")).toList();
  }

  private static Tick tick(String time) {
    Instant instant = Instant.parse("2026-03-01T" + time + "Z");
    return new Tick(instant, Duration.between(Instant.EPOCH, instant).toNanos());
  }

  private static Alert alert(
      int id, int instance, int revision, AlertPriority priority, String title, String time) {
    return new Alert(
        said(id, instance, revision, priority, AlertState.ACTIVE_ACKNOWLEDGED, title, time),
        AlertCategory.B,
        priority,
        0,
        Instant.EPOCH);
  }

  private static AlertMessage said(
      int id,
      int instance,
      int revision,
      AlertPriority priority,
      AlertState state,
      String title,
      String time) {
    Instant changed = Instant.parse("2026-03-01T" + time + "Z");
    return new AlertMessage(
        id, instance, priority, state, title, "", changed, changed, Optional.empty(), revision);
  }
}
