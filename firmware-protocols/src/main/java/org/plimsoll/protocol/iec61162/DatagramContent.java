package org.plimsoll.protocol.iec61162;

/** What a datagram may hold: sentences, or one block of a binary file. */
public sealed interface DatagramContent permits TaggedSentence, FileBlock {}
