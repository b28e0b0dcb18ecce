package org.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Budgets and bans that no compiler checks. */
class TidyTest {

  private static final int MOST_LINES = 400;

  // Put together from pieces, so that this file does not contain what it forbids.
  private static final Pattern LEFT_BEHIND =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@aut" + "hor");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.*/}])/(wo" + "rk|ro" + "ot|ho" + "me)/\\w|/tmp/pl" + "im\\b");
  private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sl" + "eep\\(");
  private static final Pattern EMPTY_CATCH =
      Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}", Pattern.DOTALL);

  @Test
  void noFileIsLongerThanAPersonReads() {
    List<String> long_ = new ArrayList<>();
    for (Path file : SourceTree.files(TidyTest::isCode)) {
      int lines = SourceTree.lines(file).size();
      if (lines > MOST_LINES) {
        long_.add(file + ": " + lines + " lines");
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(hits(LEFT_BEHIND, TidyTest::isText)).isEmpty();
  }

  @Test
  void noFileNamesAPlaceOnOneMachine() {
    assertThat(hits(MACHINE_PATH, TidyTest::isText)).isEmpty();
  }

  @Test
  void noTestSleeps() {
    assertThat(hits(SLEEP, file -> isJava(file) && file.toString().contains("/src/test/")))
        .isEmpty();
  }

  @Test
  void noExceptionIsSwallowed() throws Exception {
    List<Path> swallowing = new ArrayList<>();
    for (Path file : SourceTree.files(TidyTest::isJava)) {
      if (EMPTY_CATCH.matcher(Files.readString(file)).find()) {
        swallowing.add(file);
      }
    }
    assertThat(swallowing).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItOwns() {
    List<Path> silent =
        SourceTree.files(file -> isJava(file) && file.toString().contains("/src/main/java/"))
            .stream()
            .map(Path::getParent)
            .distinct()
            .filter(directory -> !saysWhatItOwns(directory.resolve("package-info.java")))
            .toList();
    assertThat(silent).isEmpty();
  }

  private static boolean saysWhatItOwns(Path packageInfo) {
    if (!Files.isRegularFile(packageInfo)) {
      return false;
    }
    String text = String.join(" ", SourceTree.lines(packageInfo)).replaceAll("\\s+\\*?\\s*", " ");
    return List.of(
            "<b>Owns</b>", "<b>Data flow</b>", "<b>Threads</b>", "<b>Does not</b>", "@NullMarked")
        .stream()
        .allMatch(text::contains);
  }

  private static List<String> hits(Pattern pattern, java.util.function.Predicate<Path> wanted) {
    List<String> hits = new ArrayList<>();
    for (Path file : SourceTree.files(wanted)) {
      List<String> lines = SourceTree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          hits.add(
              SourceTree.root().relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return hits;
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private static boolean isCode(Path file) {
    return file.toString().matches(".*(\\.(java|ts|mjs|sh)|/plimsoll)");
  }

  private static boolean isText(Path file) {
    return isCode(file)
        || file.toString().matches(".*\\.(md|xml|ya?ml|html|css|json)") && !isLock(file);
  }

  private static boolean isLock(Path file) {
    return file.endsWith("package-lock.json");
  }
}
