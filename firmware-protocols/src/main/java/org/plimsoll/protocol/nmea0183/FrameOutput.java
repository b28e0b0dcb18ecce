package org.plimsoll.protocol.nmea0183;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Foreign;

/** Where the frames of a decoder go: to records, or to readings alone. */
abstract class FrameOutput {

  /** A sound sentence and its row, null if it is not decoded here. */
  abstract void sentence(Fields fields, SentenceTable.@Nullable Row<?> row);

  /** Anything else. */
  abstract void other(Decoded<Sentence> decoded);

  /** Makes a record of each sentence. */
  static final class ToSentences extends FrameOutput {

    private final Consumer<? super Decoded<Sentence>> sink;

    ToSentences(Consumer<? super Decoded<Sentence>> sink) {
      this.sink = sink;
    }

    @Override
    void sentence(Fields fields, SentenceTable.@Nullable Row<?> row) {
      if (row == null) {
        sink.accept(Decoded.unsupported(Foreign.quote(fields.text(0))));
        return;
      }
      Sentence decoded = row.decode().apply(fields);
      Malformed<Sentence> fault = fields.fault();
      sink.accept(fault == null ? Decoded.value(decoded) : fault);
    }

    @Override
    void other(Decoded<Sentence> decoded) {
      sink.accept(decoded);
    }
  }

  /** Says what each sentence measures. */
  static final class ToReadings extends FrameOutput {

    private final ReadingList readings = new ReadingList();

    /** Set before each feeding. */
    @Nullable ReadingSink sink;

    @Override
    void sentence(Fields fields, SentenceTable.@Nullable Row<?> row) {
      ReadingSink to = Objects.requireNonNull(sink);
      if (row == null) {
        to.unsupported(Foreign.quote(fields.text(0)));
        return;
      }
      readings.clear();
      row.measure().accept(fields, readings);
      Malformed<Sentence> fault = fields.fault();
      if (fault != null) {
        to.malformed(fault.reason(), fault.detail());
        return;
      }
      to.sentence(row.isProprietary() ? "P" : fields.talker(), row.formatter());
      readings.sayTo(to);
    }

    @Override
    void other(Decoded<Sentence> decoded) {
      ReadingSink to = Objects.requireNonNull(sink);
      if (decoded instanceof Malformed<Sentence> malformed) {
        to.malformed(malformed.reason(), malformed.detail());
      } else if (decoded instanceof Unsupported<Sentence> unsupported) {
        to.unsupported(unsupported.what());
      }
    }
  }
}
