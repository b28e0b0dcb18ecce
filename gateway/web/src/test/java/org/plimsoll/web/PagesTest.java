package org.plimsoll.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

  private static final Pattern LOADED =
      Pattern.compile("<(?:link|script|img)[^>]* (?:src|href)=\"(/[^\"]+)\"");

  private final Vertx vertx = Vertx.vertx();
  private final Router router = HttpEdge.router(vertx);
  private final HttpEdge edge = new HttpEdge(vertx, "127.0.0.1", 0, router);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    edge.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void thePageAndAllThatItLoadsAreThere(Page page) throws Exception {
    serve(page);
    HttpResponse<byte[]> html = get(page.path());
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.headers().firstValue("cache-control")).contains("no-cache");
    Matcher loaded = LOADED.matcher(new String(html.body(), StandardCharsets.UTF_8));
    int files = 0;
    while (loaded.find()) {
      HttpResponse<byte[]> asset = get(loaded.group(1));
      assertThat(asset.statusCode()).as(loaded.group(1)).isEqualTo(200);
      files++;
    }
    assertThat(files).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
    serve(Page.BRIDGE);
    String tag = get("/").headers().firstValue("etag").orElseThrow();
    HttpResponse<byte[]> again = get("/", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/", "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageIsCompressedForThoseWhoTakeIt() throws Exception {
    serve(Page.BRIDGE);
    HttpResponse<byte[]> plain = get("/");
    HttpResponse<byte[]> zipped = get("/", "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void whatIsNotAnAssetIsNotFound() throws Exception {
    serve(Page.BRIDGE);
    for (String path : List.of("/assets/../Pages.class", "/assets/Pages.class", "/bridge.html")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aBuildWithoutPagesSaysSo() throws Exception {
    Assumptions.assumeTrue(Pages.class.getResource(Pages.INDEX) == null, "the pages are built");
    Pages.mount(router, Page.BRIDGE);
    edge.start();
    HttpResponse<byte[]> reply = get("/");
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("exec.skip");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip,true",
    "'br, gzip',true",
    "gzip;q=0.5,true",
    "gzip;q=0,false",
    "gzip;q=0.0,false",
    "br,false",
    "'',false",
    ",false",
  })
  void readsAcceptEncoding(String header, boolean takesGzip) {
    assertThat(Asset.takesGzip(header)).isEqualTo(takesGzip);
  }

  @ParameterizedTest
  @CsvSource({
    "bridge-ABCD1234.js,immutable",
    "noto-sans-latin-wght-normal-ABCD1234.woff2,immutable",
    "bridge.html,no-cache",
    "icon.svg,no-cache",
  })
  void onlyWhatIsNamedAfterItsContentIsKeptForEver(String name, String expected) {
    assertThat(Asset.of(name, new byte[0]).cacheControl()).endsWith(expected);
  }

  private void serve(Page page) throws IOException {
    Assumptions.assumeTrue(
        Pages.class.getResource(Pages.INDEX) != null, "the pages are not built (exec.skip)");
    Pages.mount(router, page);
    edge.start();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(edge.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
