package org.plimsoll.vessel.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.pipeline.RunningPipeline;
import org.plimsoll.vessel.survey.ShipSurvey;
import org.plimsoll.web.HttpEdge;

/** The draught survey form of the reference ferry over a real socket. */
class SurveyApiTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;
  private ShipConfig ship;
  private HttpEdge edge;

  @BeforeEach
  void start() throws Exception {
    ship = new RunningPipeline(directory).rules().ship();
    Router router = HttpEdge.router(vertx);
    new SurveyApi(
            new ShipSurvey("MV Rajin Star", "imo9876543", ship),
            () -> Optional.of(Instant.parse("2026-05-01T12:00:00Z")))
        .mount(router);
    edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
    edge.start();
  }

  @AfterEach
  void stop() {
    edge.close();
    vertx.close();
  }

  private static final String DRAUGHTS =
      "\"draughtsMetres\":{\"forwardPort\":4.76,\"forwardStarboard\":4.72,\"midshipPort\":5.03,"
          + "\"midshipStarboard\":4.99,\"aftPort\":5.32,\"aftStarboard\":5.28}";
  private static final String WHO = "\"place\":\"Rajin, berth 2\",\"by\":\"<b>C/O</b>\"";

  @Test
  void aSurveyIsTheWholeFormWithItsResult() throws Exception {
    HttpResponse<String> reply =
        send(
            "{"
                + DRAUGHTS
                + ",\"waterDensity\":1.0215,\"deductiblesTonnes\":700,"
                + "\"passengers\":143,"
                + WHO
                + "}");
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    JsonObject sheet = new JsonObject(reply.body());
    assertThat(sheet.getString("standing")).isEqualTo("GOOD");
    assertThat(sheet.getJsonArray("heading"))
        .contains(new JsonObject().put("label", "surveyed by").put("text", "<b>C/O</b>"));
    List<JsonObject> lines =
        sheet.getJsonArray("blocks").stream()
            .map(JsonObject.class::cast)
            .flatMap(block -> block.getJsonArray("lines").stream().map(JsonObject.class::cast))
            .toList();
    // (F + 6 M + A) / 8 of the draughts at the perpendiculars, by hand: within a centimetre of M.
    assertThat(lineOf(lines, "Fp").getString("value")).isEqualTo("4.760");
    double displacement = result(lines, "displacement");
    double cargo = result(lines, "cargo");
    double known =
        700
            + 143 * 0.075
            + ship.particulars().lightshipTonnes()
            + ship.deductibles().constantTonnes();
    assertThat(cargo).isCloseTo(displacement - known, within(0.01));
    assertThat(displacement).isBetween(5900.0, 6300.0);
  }

  private static JsonObject lineOf(List<JsonObject> lines, String symbol) {
    return lines.stream()
        .filter(line -> line.getString("symbol").equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private static double result(List<JsonObject> lines, String title) {
    return lines.stream()
        .filter(line -> line.getBoolean("isResult") && line.getString("title").startsWith(title))
        .map(line -> Double.parseDouble(line.getString("value")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(title + " is not in " + lines));
  }

  @Test
  void aSurveyOfTooFewDraughtsSaysSoAndStatesNothing() throws Exception {
    HttpResponse<String> reply =
        send(
            "{\"draughtsMetres\":{\"aftPort\":5.3},\"waterDensity\":1.02,\"deductiblesTonnes\":700,"
                + WHO
                + "}");
    assertThat(reply.statusCode()).isEqualTo(200);
    JsonObject sheet = new JsonObject(reply.body());
    assertThat(sheet.getString("standing")).isEqualTo("INCONCLUSIVE");
    assertThat(sheet.getJsonArray("remarks").encode()).contains("1 draughts are not enough");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{\"waterDensity\":1.02,\"deductiblesTonnes\":700,\"place\":\"a\",\"by\":\"b\"}",
        "{\"draughtsMetres\":{\"aftPort\":\"5\"},\"waterDensity\":1.02,\"deductiblesTonnes\":7,"
            + "\"place\":\"a\",\"by\":\"b\"}",
        "{\"draughtsMetres\":{\"aftPort\":-1},\"waterDensity\":1.02,\"deductiblesTonnes\":7,"
            + "\"place\":\"a\",\"by\":\"b\"}",
        "{\"draughtsMetres\":{},\"waterDensity\":1.2,\"deductiblesTonnes\":7,"
            + "\"place\":\"a\",\"by\":\"b\"}",
        "{\"draughtsMetres\":{},\"waterDensity\":1.02,\"deductiblesTonnes\":7,\"by\":\"b\"}",
      })
  void surveyNotesThatCannotBeUsedAreRefused(String body) throws Exception {
    assertThat(send(body).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> send(String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(edge.address() + "api/v1/surveys"))
            .header("X-Plimsoll", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
