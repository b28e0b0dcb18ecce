package org.plimsoll.protocol.proof;

import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.proof.Contract.check;
import static org.plimsoll.protocol.proof.Contract.checkSame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.ais.AisDecoder;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.iec61162.DatagramContent;
import org.plimsoll.protocol.iec61162.DatagramDecoder;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.AlertJoiner;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.vocabulary.Reading;

/** Sentences, their blocks and datagrams, and what they carry. */
final class SentenceTargets {

  private static final String TAGGED =
      "\\s:HE0001,n:1*28\\$HEROT,+000.05,A*35\r\n"
          + "\\g:1-2-7,s:GP0001,c:1241544035*1D\\$HEROT,+000.05,A*35\r\n"
          + "\\g:2-2-7*5D\\$HEROT,+000.05,A*35\r\n";
  private static final String FILE =
      "526155645000 0002 0026 565230303031 585858585858 0001 0000002a 00000001 00000003 05 06 01020304";

  private SentenceTargets() {}

  static List<Target> all() {
    return List.of(
        Target.settings(
            "nmea0183",
            () -> Stream.of(ChecksumPolicy.values()).map(Lines::sentences).toList(),
            SentenceTargets::checkReadings,
            SentenceTargets::sentences),
        new Target("nmea0183-measure", () -> SentenceTargets::measure, SentenceTargets::sentences),
        new Target("nmea0183-write", () -> SentenceTargets::write, SentenceTargets::sentences),
        new Target("nmea0183-alerts", () -> SentenceTargets::join, SentenceTargets::alerts),
        Target.stream("tag-blocks", Lines::tagged, tagged -> {}, SentenceTargets::tagged),
        new Target("iec61162-450", () -> SentenceTargets::datagram, SentenceTargets::datagrams),
        Target.stream("ais", Lines::ais, SentenceTargets::checkMessage, SentenceTargets::ais),
        new Target("ais-messages", () -> SentenceTargets::messages, SentenceTargets::ais));
  }

  static List<byte[]> sentences() {
    return Captures.lines("nmea0183/sentences.txt").stream()
        .map(line -> ascii(line + "\r\n"))
        .toList();
  }

  private static List<byte[]> alerts() {
    return sentences().stream()
        .filter(line -> new String(line, StandardCharsets.ISO_8859_1).contains("ALF"))
        .toList();
  }

  private static List<byte[]> tagged() {
    return List.of(ascii(TAGGED), Lines.SENTENCE);
  }

  private static List<byte[]> datagrams() {
    return List.of(
        ascii("UdPbC\0" + TAGGED), ascii(TAGGED), ascii("NkPgN\0..."), Captures.hex(FILE));
  }

  static List<byte[]> ais() {
    String all = String.join("\r\n", Captures.lines("ais/messages.txt")) + "\r\n";
    return Stream.concat(
            Captures.lines("ais/messages.txt").stream().map(line -> ascii(line + "\r\n")),
            Stream.of(ascii(all)))
        .toList();
  }

  private static void checkReadings(Sentence sentence) {
    for (Reading reading : SentenceReadings.of(sentence)) {
      check(reading.value().isPresent() == reading.quality().isUsable(), "a reading", reading);
      check(Double.isFinite(reading.value().orElse(0)), "not a number", reading);
    }
  }

  /** With and without records, whole and byte by byte, the same is measured. */
  private static void measure(byte[] stream) {
    for (ChecksumPolicy policy : ChecksumPolicy.values()) {
      List<String> records = new ArrayList<>();
      new Nmea0183Decoder(policy)
          .feed(ByteBuffer.wrap(stream), said -> records.add(Measured.said(said)));
      Measured whole = new Measured();
      new Nmea0183Decoder(policy).measure(ByteBuffer.wrap(stream), whole);
      checkSame("measured under " + policy, records, whole.lines());
      Measured single = new Measured();
      Nmea0183Decoder slow = new Nmea0183Decoder(policy);
      for (byte next : stream) {
        slow.measure(ByteBuffer.wrap(new byte[] {next}), single);
      }
      checkSame("measured byte by byte under " + policy, records, single.lines());
    }
  }

  /** What was read can be written, and is read again as it was written. */
  private static void write(byte[] stream) {
    for (Decoded<Sentence> said : decode(stream)) {
      if (said instanceof Value<Sentence> value && isPlain(value.value())) {
        String text = text(value.value());
        if (!text.isEmpty()) {
          List<Decoded<Sentence>> again = decode(ascii(text));
          check(again.size() == 1, "written as " + text, again);
          check(again.get(0) instanceof Value, "written as " + text, again);
          Sentence read = ((Value<Sentence>) again.get(0)).value();
          checkSame("written again", text, text(read));
          checkSame("kind", value.value().getClass(), read.getClass());
        }
      }
    }
  }

  private static List<Decoded<Sentence>> decode(byte[] stream) {
    List<Decoded<Sentence>> said = new ArrayList<>();
    new Nmea0183Decoder(ChecksumPolicy.REQUIRED).feed(ByteBuffer.wrap(stream), said::add);
    return said;
  }

  /** The writer speaks for simulators and outputs, whose texts are printable. */
  private static boolean isPlain(Sentence sentence) {
    return sentence.toString().chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** Empty if longer than the norm allows, or of a kind that is only heard. */
  private static String text(Sentence sentence) {
    try {
      return SentenceWriter.text(sentence);
    } catch (IllegalArgumentException refused) {
      String why = refused.getMessage();
      check(why.contains("at most 82") || why.contains("is never said"), "not written", why);
      return "";
    }
  }

  /** An alert comes out once, whole or when it is pushed out; what waits is bounded. */
  private static void join(byte[] stream) {
    AlertJoiner joiner = new AlertJoiner();
    List<Alf> heard = new ArrayList<>();
    int out = 0;
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.NEVER_SENT);
    List<Decoded<Sentence>> said = new ArrayList<>();
    decoder.feed(ByteBuffer.wrap(stream), said::add);
    for (Decoded<Sentence> one : said) {
      if (one instanceof Value<Sentence> value && value.value() instanceof Alf alf) {
        heard.add(alf);
        Optional<AlertJoiner.Alert> alert = joiner.join(alf);
        if (alert.isPresent()) {
          out++;
          check(heard.contains(alert.get().alert()), "an alert that nobody sent", alert);
          String description = alert.get().description();
          check(
              description.isEmpty() || heard.stream().anyMatch(h -> h.text().equals(description)),
              "a description that nobody sent",
              alert);
        }
      }
    }
    check(out <= heard.size(), "more alerts than sentences", heard);
    Contract.checkHeld(joiner);
  }

  /** One datagram: one outcome at least, and the next datagram is read. */
  private static void datagram(byte[] datagram) {
    DatagramDecoder decoder = new DatagramDecoder(ChecksumPolicy.REQUIRED);
    List<Decoded<DatagramContent>> said = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(datagram);
    decoder.decode(bytes, said::add);
    check(!bytes.hasRemaining(), "left bytes behind", said);
    check(said.size() <= datagram.length + 1, "more outcomes than bytes", said);
    said.forEach(Contract::checkText);
    Contract.checkHeld(decoder);
    List<Decoded<DatagramContent>> next = new ArrayList<>();
    decoder.decode(ByteBuffer.wrap(Lines.SENTENCE), next::add);
    check(next.size() == 1 && next.get(0) instanceof Value, "the next datagram", next);
    List<Decoded<DatagramContent>> read = new ArrayList<>();
    byte[] padded = new byte[datagram.length + 8];
    System.arraycopy(datagram, 0, padded, 4, datagram.length);
    new DatagramDecoder(ChecksumPolicy.REQUIRED)
        .decode(ByteBuffer.wrap(padded, 4, datagram.length), read::add);
    checkSame("elsewhere in its buffer", said, read);
  }

  private static void checkMessage(AisMessage message) {
    check(message.toString().length() < 2000, "a long message", message);
    check(!message.toString().contains("NaN"), "not a number", message);
  }

  /** Messages joined with time passing: as many outcomes as sentences at most, and none is left. */
  private static void messages(byte[] stream) {
    AisDecoder decoder = new AisDecoder();
    List<Decoded<AisMessage>> said = new ArrayList<>();
    int sentences = 0;
    List<Decoded<Sentence>> heard = new ArrayList<>();
    new Nmea0183Decoder(ChecksumPolicy.NEVER_SENT).feed(ByteBuffer.wrap(stream), heard::add);
    for (Decoded<Sentence> one : heard) {
      if (one instanceof Value<Sentence> value && value.value() instanceof AisSentence ais) {
        sentences++;
        decoder.feed(ais.channel(), ais, said::add);
        if (ais.payload().length() % 3 == 0) {
          decoder.tick(said::add);
        }
        check(decoder.open() >= 0 && decoder.open() <= AisDecoder.MAX_OPEN, "open", said);
        check(said.size() + decoder.open() <= sentences, "more outcomes than sentences", said);
      }
    }
    Contract.checkHeld(decoder);
    for (int i = 0; i < AisDecoder.MAX_AGE_TICKS; i++) {
      decoder.tick(said::add);
    }
    check(decoder.open() == 0, "still open", decoder.open());
    check(said.size() <= sentences, "more outcomes than sentences", said);
    said.forEach(Contract::checkText);
  }
}
