package org.plimsoll.protocol.nmea0183;

/** Takes the TAG blocks of a line as they come; called on the thread that feeds the decoder. */
public interface TagBlockSink {

  /** Skips them. */
  TagBlockSink NONE =
      new TagBlockSink() {
        @Override
        public void block(byte[] bytes, int from, int to) {
          // Skipped.
        }

        @Override
        public void lineEnd() {
          // Nothing was kept.
        }
      };

  /**
   * One block, without its backslashes, not verified.
   *
   * @param bytes valid during the call only
   * @param from where the body begins
   * @param to behind the body's last byte, which belongs to the checksum
   */
  void block(byte[] bytes, int from, int to);

  /** The line ended outside of a sentence: blocks since the last sentence stand alone. */
  void lineEnd();
}
