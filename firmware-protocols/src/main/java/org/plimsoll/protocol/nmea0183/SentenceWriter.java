package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;

/** Says sentences, for simulators and outputs: address, fields, checksum, CR LF. */
public final class SentenceWriter {

  /** The norm's bound, from {@code $} to LF. */
  public static final int MAX_LENGTH = 82;

  private SentenceWriter() {}

  /**
   * The sentence as it goes on the wire.
   *
   * @throws IllegalArgumentException if it would be longer than 82 characters: fewer transducers or
   *     a shorter text are the caller's to choose
   */
  public static String text(Sentence sentence) {
    FieldWriter out = new FieldWriter(sentence.talker() + sentence.formatter());
    SentenceTable.rowOf(sentence).write(sentence, out);
    String text = out.finish();
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          text.length() + " characters, at most " + MAX_LENGTH + ": " + text.trim());
    }
    return text;
  }

  /** The sentence as it goes on the wire, in ASCII. See {@link #text} for the errors. */
  public static byte[] bytes(Sentence sentence) {
    return text(sentence).getBytes(StandardCharsets.US_ASCII);
  }
}
