package org.plimsoll.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads secrets from the files that a configuration names. */
final class Secrets {

  /** Passwords and tokens are short; a larger file is the wrong file. */
  private static final int LARGEST_BYTES = 4096;

  private static final String SCHEME = "file:";

  private Secrets() {}

  static Parsed<String> read(Path directory, String reference) {
    if (!reference.startsWith(SCHEME)) {
      return Parsed.bad(
          "a secret does not stand in the configuration",
          "put it into a file that only this user can read, and write file:PATH here");
    }
    String name = reference.substring(SCHEME.length()).strip();
    try (InputStream in = Files.newInputStream(directory.resolve(name).normalize())) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        return Parsed.bad("the secret file '" + name + "' is larger than 4 KiB");
      }
      String secret = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      return secret.isBlank()
          ? Parsed.bad("the secret file '" + name + "' is empty")
          : Parsed.good(secret.strip());
    } catch (IOException | InvalidPathException unreadable) {
      return Parsed.bad("the secret file '" + name + "' cannot be read");
    }
  }
}
