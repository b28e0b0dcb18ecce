package org.plimsoll.protocol.nmea0183;

/**
 * Text ({@code $--TXT,xx,xx,xx,c--c*hh}). Escapes ({@code ^hh}) are resolved; raw commas, which
 * real receivers send, belong to the text; the spaces that pad its end do not.
 *
 * @param total sentences in the message
 * @param number of this sentence, from 1
 * @param identifier of the kind of text, 0 to 99
 */
public record Txt(String talker, int total, int number, int identifier, String text)
    implements Sentence {

  static Txt decode(Fields fields) {
    return new Txt(
        fields.talker(),
        fields.integer(1).orElse(1),
        fields.integer(2).orElse(1),
        fields.integer(3).orElse(0),
        fields.textToEnd(4).stripTrailing());
  }

  void write(FieldWriter out) {
    out.integer(total, 2).integer(number, 2).integer(identifier, 2).text(text);
  }
}
