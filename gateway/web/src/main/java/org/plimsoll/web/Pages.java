package org.plimsoll.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves built pages from the class path: each at its path, what they load at {@code /assets/}. The
 * build names each asset after its content, so browsers keep assets for ever and ask for the page
 * each time. Everything is read once, at mount, and is less than 1 MB.
 */
public final class Pages {

  /** Written by the build: one file name a line. */
  static final String INDEX = "index.txt";

  private static final Logger log = LoggerFactory.getLogger(Pages.class);

  private Pages() {}

  /**
   * Adds the routes of pages of one server. A build without pages is served as 503 and a reason:
   * the resources of the gateway do not depend on its pages.
   */
  public static void mount(Router router, Page... pages) {
    Map<String, Asset> assets = load();
    if (assets.isEmpty()) {
      log.warn("this build has no pages (exec.skip); resources are served without them");
    }
    for (Page page : pages) {
      Asset html = assets.get(page.file());
      router.get(page.path()).handler(html == null ? Pages::missing : html::serve);
    }
    assets.forEach(
        (name, asset) -> {
          if (!name.endsWith(".html")) {
            router.get("/assets/" + name).handler(asset::serve);
          }
        });
    Asset icon = assets.get("icon.svg");
    if (icon != null) {
      router.get("/favicon.ico").handler(icon::serve);
    }
  }

  private static void missing(RoutingContext context) {
    Problems.reply(context, 503, "No pages in this build", "build gateway/web without exec.skip");
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    for (String name : index()) {
      assets.put(name, Asset.of(name, read(name)));
    }
    return assets;
  }

  private static List<String> index() {
    try (InputStream in = Pages.class.getResourceAsStream(INDEX)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + INDEX + " from the class path", e);
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(INDEX + " names " + name + ", which is not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " from the class path", e);
    }
  }
}
