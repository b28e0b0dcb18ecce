package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library that is delivered stands in NOTICE with its version. */
class NoticeIT {

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*?)(?:-linux-x86_64)?\\.jar");

  @Test
  void everyLibraryIsNamed() throws Exception {
    String notice = Files.readString(SourceTree.root().resolve("NOTICE"));
    List<String> jars;
    try (Stream<Path> list = Files.list(Path.of("target/lib"))) {
      jars = list.map(jar -> jar.getFileName().toString()).sorted().toList();
    }
    assertThat(jars).hasSizeGreaterThan(50);
    assertThat(jars).filteredOn(jar -> !isNamed(jar, notice)).isEmpty();
  }

  /** The name, or the beginning of it before a {@code *}, and the version later in that line. */
  private static boolean isNamed(String jar, String notice) {
    Matcher matcher = JAR.matcher(jar);
    if (!matcher.matches()) {
      return false;
    }
    return notice
        .lines()
        .filter(line -> line.contains(matcher.group(2)))
        .flatMap(line -> Stream.of(line.split("[ ,]+")))
        .anyMatch(
            word ->
                word.endsWith("*")
                    ? matcher.group(1).startsWith(word.substring(0, word.length() - 1))
                    : word.equals(matcher.group(1)));
  }
}
