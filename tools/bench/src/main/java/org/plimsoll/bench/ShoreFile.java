package org.plimsoll.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The example's configuration of a shore, as runs change it. */
final class ShoreFile {

  private ShoreFile() {}

  /** With everything that it keeps below one directory, and its pages on a port of the run. */
  static ExampleFile of(Path examples, Path data, int pagesPort) throws IOException {
    return ExampleFile.read(examples.resolve("shore.yaml"))
        .with("data", data)
        .with("pages.port", pagesPort)
        .with("dead-letters.directory", deadLetters(data))
        .with("port.data", data.resolve("port"))
        .with("port.map", examples.toAbsolutePath().resolve("port.geojson"));
  }

  /** Where such a shore puts what it could not take. */
  static Path deadLetters(Path data) {
    return data.resolve("dead-letters");
  }

  /** With a store that is a process of its own. */
  static ExampleFile withStore(ExampleFile file, StoreKind kind, URI url) {
    ExampleFile apart =
        file.with("store.mode", "external")
            .with("store.url", url)
            .without("store.host")
            .without("store.port");
    return kind == StoreKind.EMBEDDED
        ? apart
        : apart.with("store.kind", "influxdb-1").with("store.database", Influxd.DATABASE);
  }
}
