package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Runs one record of a corpus through the decoders of its protocol. */
interface Adapter {

  /**
   * Decodes the record's input and compares what comes out with what the record expects.
   *
   * @param record one line of a corpus
   * @param comparison takes every field that the record names
   * @throws IOException if a file that the record refers to cannot be read
   */
  void check(JsonNode record, Comparison comparison) throws IOException;
}
