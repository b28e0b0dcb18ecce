package org.plimsoll.protocol.nmea0183;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;

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
        sink.accept(Decoded.unsupported(fields.address()));
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

    private final ReadingOutput readings = new ReadingOutput();

    /** Who is told from now on. */
    void sayTo(ReadingSink sink) {
      readings.sayTo(sink);
    }

    @Override
    void sentence(Fields fields, SentenceTable.@Nullable Row<?> row) {
      if (row == null) {
        readings.sink().unsupported(fields.address());
        return;
      }
      row.measure().accept(fields, readings);
      if (fields.fault() != null) {
        refuse(fields, row);
      }
    }

    /** Of several faults the one counts that the record meets first. */
    private void refuse(Fields fields, SentenceTable.Row<?> row) {
      Malformed<Sentence> any = fields.fault();
      fields.begin();
      row.decode().apply(fields);
      Malformed<Sentence> first = fields.fault();
      other(first == null ? any : first);
    }

    @Override
    void other(Decoded<Sentence> decoded) {
      if (decoded instanceof Malformed<Sentence> malformed) {
        readings.sink().malformed(malformed.reason(), malformed.detail());
      } else if (decoded instanceof Unsupported<Sentence> unsupported) {
        readings.sink().unsupported(unsupported.what());
      }
    }
  }
}
