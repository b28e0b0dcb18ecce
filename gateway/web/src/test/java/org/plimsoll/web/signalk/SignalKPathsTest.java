package org.plimsoll.web.signalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.vocabulary.Quantities;

/** The table of paths, and that the documentation has the same. */
class SignalKPathsTest {

  private static final Path PAGE = Path.of("../docs/signal-k.md");

  @Test
  void theDocumentationHasTheTable() throws Exception {
    List<String> lines = Files.readAllLines(PAGE);
    int begin = lines.indexOf("| ours | Signal K | member | |");
    assertThat(begin).isPositive();
    List<String> written =
        lines.subList(begin + 2, lines.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(written)
        .containsExactlyElementsOf(
            SignalKPaths.table().stream().map(SignalKPathsTest::line).toList());
  }

  private static String line(SignalKPaths.Row row) {
    String member = row.member().isEmpty() ? "" : "`" + row.member() + "` ";
    String note = row.note().isEmpty() ? "" : row.note() + " ";
    return "| `" + row.ours() + "` | `" + row.path() + "` | " + member + "| " + note + "|";
  }

  @Test
  void everyLineIsAboutAQuantityThatExists() {
    assertThat(SignalKPaths.table()).allMatch(row -> Quantities.of(row.ours()).isPresent());
  }

  @Test
  void noPathIsBothAValueAndABranch() {
    List<String> paths =
        Quantities.all().stream()
            .flatMap(quantity -> SignalKPaths.of(quantity.path()).stream())
            .map(SignalKPaths.Row::path)
            .distinct()
            .toList();
    assertThat(paths)
        .noneMatch(path -> paths.stream().anyMatch(other -> other.startsWith(path + ".")));
  }
}
