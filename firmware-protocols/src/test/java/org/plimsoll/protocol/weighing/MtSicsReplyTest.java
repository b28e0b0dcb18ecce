package org.plimsoll.protocol.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.StreamContract;

class MtSicsReplyTest {

  private final StreamContract<MtSicsReply> contract =
      new StreamContract<>(() -> new MtSicsDecoder()::feedReplies);

  @ParameterizedTest
  @CsvSource({
    "S S     85.340 kg, S STABLE 85.34",
    "T S     12.000 kg, T STABLE 12.0",
    "TI D     1.500 kg, TI DYNAMIC 1.5",
    "TA A    12.000 kg, TA DONE 12.000 kg",
    "TAC A, TAC DONE",
    "TAC L, TAC WRONG_PARAMETER",
    "Z A, Z DONE",
    "ZI S, malformed",
    "Z +, Z ABOVE_RANGE",
    "Z -, Z BELOW_RANGE",
    "T I, T NOT_EXECUTABLE",
    "'I4 A \"0123456789\"', I4 DONE 0123456789",
    "'@ A \"0123456789\"', @ DONE 0123456789",
    "'I1 A \"01\" \"2.30\"', 'I1 DONE \"01\" \"2.30\"'",
    "'I0 B 0 \"I0\"', 'I0 MORE 0 \"I0\"'",
    "S S Error 10b, S DEVICE_ERROR Error 10b",
    "ES, ES SYNTAX_ERROR",
    "ET, ET TRANSMISSION_ERROR",
    "EL, EL LOGICAL_ERROR",
    "PCS S 10 PCS, unsupported PCS",
    "S S 10 PCS, malformed",
    "T Q, malformed",
    "hello, malformed",
    "HELLO WORLD, malformed",
  })
  void readsEveryReply(String line, String expected) {
    assertThat(contract.decode(ascii(line + "\r\n")))
        .extracting(MtSicsReplyTest::meaning)
        .containsExactly(expected);
  }

  private static String meaning(Decoded<MtSicsReply> decoded) {
    if (decoded instanceof Unsupported<MtSicsReply> unsupported) {
      return "unsupported " + unsupported.what();
    }
    if (decoded instanceof Malformed<MtSicsReply>) {
      return "malformed";
    }
    MtSicsReply reply = ((Decoded.Value<MtSicsReply>) decoded).value();
    String rest =
        reply.kilograms().isPresent() ? "" + reply.kilograms().getAsDouble() : reply.text();
    return (reply.command() + " " + reply.outcome() + " " + rest).trim();
  }
}
