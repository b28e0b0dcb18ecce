package org.plimsoll.vessel.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.vocabulary.Reading;

/** Remembers what a protocol tells its line, and counts as the line does. */
final class EarFake implements Ear {

  final LineCounters counters = new LineCounters();
  final List<Heard> heard = new ArrayList<>();
  String remark = "";

  @Override
  public void frame(Decoded<?> frame) {
    counters.frame(frame);
  }

  @Override
  public void overlength(long sentences) {
    counters.overlength(sentences);
  }

  @Override
  public void heard(String source, List<Reading> readings, Optional<Instant> utc) {
    heard.add(new Heard("test", source, readings, utc));
  }

  @Override
  public void remark(String text) {
    remark = text;
  }

  List<Reading> readings() {
    return heard.stream().flatMap(one -> one.readings().stream()).toList();
  }
}
