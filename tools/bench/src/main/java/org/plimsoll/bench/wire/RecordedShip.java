package org.plimsoll.bench.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Unit;

/**
 * A ship that says what a recording says, second by second, for as long as it takes: a file over
 * and over, or one recording of the simulated ferry after the other, each from a seed of its own.
 *
 * <p>Its sources say what they said, at the tenth of a second at which they said it; only the date
 * is moved. A repetition makes nothing smaller: no block depends on another, and none is as long as
 * a recording. Confined to the run's thread.
 */
public final class RecordedShip {

  private static final int MILLIS = 1000;
  private static final Duration SIMULATED = Duration.ofHours(2);

  private final Optional<Recording> file;
  private final String title;
  private long seed;
  private Recording recording;
  private int[] ids = {};
  private int frame;
  private long second;
  private long readings;

  private RecordedShip(Optional<Recording> file, long seed) {
    this.file = file;
    this.seed = seed;
    this.recording = file.orElseGet(() -> FerryRecording.of(seed, SIMULATED));
    this.title =
        String.format(
            Locale.ROOT,
            "%s, %s of %.1f h, %d channels",
            recording.title(),
            file.isPresent() ? "over and over" : "voyage after voyage, recordings",
            lengthSeconds() / 3600.0,
            recording.channels().size());
  }

  /**
   * @param file a recording as {@link RecordingFile} reads it; the simulated ferry's without one.
   * @param seed of the simulated ferry's.
   * @throws IOException if the file is none; the message names the line.
   */
  public static RecordedShip of(Optional<Path> file, long seed) throws IOException {
    return new RecordedShip(
        file.isPresent() ? Optional.of(RecordingFile.read(file.get())) : Optional.empty(), seed);
  }

  /** Which ship it is, in a few words. */
  public String title() {
    return title;
  }

  /** Readings so far. */
  public long readings() {
    return readings;
  }

  /** Gives her channels their numbers. */
  public void board(Outbox outbox) throws OutboxFailure {
    ids = new int[recording.channels().size()];
    for (int i = 0; i < ids.length; i++) {
      Recording.Channel channel = recording.channels().get(i);
      // units and ranges play no part: what was recorded is steps of a resolution
      Quantity quantity =
          new Quantity(
              channel.path(),
              Unit.ONE,
              channel.resolution(),
              -Double.MAX_VALUE,
              Double.MAX_VALUE,
              channel.path());
      ids[i] =
          outbox.channelId(
              new ChannelKey(channel.path(), channel.source()),
              quantity,
              Recording.TIME_STEP_MILLIS);
    }
  }

  /**
   * What she says in the next second.
   *
   * @param nowMillis when that second begins, a whole second.
   */
  public List<Sample> next(long nowMillis) {
    if (frame == recording.frames().size()) {
      turnOver();
    }
    List<Sample> samples = new ArrayList<>();
    long end = (second + 1) * MILLIS;
    while (frame < recording.frames().size() && recording.frames().get(frame).millis() < end) {
      Recording.Frame said = recording.frames().get(frame++);
      long step = said.millis() % MILLIS / Recording.TIME_STEP_MILLIS;
      for (Recording.Reading reading : said.readings()) {
        samples.add(
            new Sample(
                ids[reading.channel()],
                nowMillis + step * Recording.TIME_STEP_MILLIS,
                Quality.GOOD,
                OptionalLong.of(reading.steps())));
      }
    }
    second++;
    readings += samples.size();
    return samples;
  }

  private void turnOver() {
    seed++;
    recording = file.orElseGet(() -> FerryRecording.of(seed, SIMULATED));
    frame = 0;
    second = 0;
  }

  private long lengthSeconds() {
    return recording.frames().get(recording.frames().size() - 1).millis() / MILLIS + 1;
  }
}
