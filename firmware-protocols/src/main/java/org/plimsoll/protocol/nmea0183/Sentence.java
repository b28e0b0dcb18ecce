package org.plimsoll.protocol.nmea0183;

/**
 * One sound sentence; its components are the fields as sent, an empty field is absent, an empty
 * text is "". The sentences of GNSS and the common sensors stand by themselves, the others by
 * families.
 */
public sealed interface Sentence
    permits Rmc,
        Gga,
        Gll,
        Gns,
        Vtg,
        Zda,
        Gsa,
        Gsv,
        Hdt,
        Ths,
        Rot,
        Dpt,
        Mtw,
        Xdr,
        Txt,
        DepthSentence,
        HeadingSentence,
        WindSentence,
        WaterSentence,
        WeatherSentence,
        MachinerySentence,
        VoyageSentence,
        RouteSentence,
        TargetSentence,
        SafetySentence,
        AlertSentence,
        AisSentence,
        GnssErrorSentence,
        ProprietarySentence {

  /** Who says it: two characters, such as {@code GP}. A hint, never a filter. */
  String talker();

  /** What it is: three characters, such as {@code RMC}. */
  default String formatter() {
    return SentenceTable.rowOf(this).formatter();
  }
}
