package org.plimsoll.bench.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.ais.AisStreamDecoder;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.ReadingSink;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/**
 * What JMH runs in JVMs of its own: once through the whole mix is one operation. Public and open
 * because JMH derives classes from it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeTimings {

  /** As much as a reader of a socket or a file hands over at a time. */
  static final int CHUNK_BYTES = 4096;

  /** The file that holds the bytes to decode. */
  @Param("")
  public String file = "";

  private byte[] bytes = {};
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
  private final AisStreamDecoder ais = new AisStreamDecoder();
  private final Sums sums = new Sums();
  private final BarePass bare = new BarePass(sums);

  /** A benchmark that has no bytes yet. */
  public DecodeTimings() {}

  /** Reads the bytes. */
  @Setup
  public void read() throws IOException {
    bytes = Files.readAllBytes(Path.of(file));
    buffer = ByteBuffer.wrap(bytes);
  }

  /** Checksum and commas alone. */
  @Benchmark
  public long barePass() {
    for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
      bare.feed(bytes, at, Math.min(bytes.length, at + CHUNK_BYTES));
    }
    return sums.frames + sums.fields;
  }

  /** Bytes to readings. */
  @Benchmark
  public double measure() {
    for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
      decoder.measure(chunk(at), sums);
    }
    return sums.total;
  }

  /** Bytes to records. */
  @Benchmark
  public long records() {
    for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
      decoder.feed(chunk(at), this::record);
    }
    return sums.frames;
  }

  /** Bytes to AIS messages. */
  @Benchmark
  public long aisMessages() {
    for (int at = 0; at < bytes.length; at += CHUNK_BYTES) {
      ais.feed(chunk(at), this::message);
    }
    return sums.frames;
  }

  private ByteBuffer chunk(int at) {
    buffer.limit(Math.min(bytes.length, at + CHUNK_BYTES));
    buffer.position(at);
    return buffer;
  }

  private void record(Decoded<Sentence> decoded) {
    sums.frames += decoded instanceof Decoded.Value ? 1 : 0;
  }

  private void message(Decoded<AisMessage> decoded) {
    sums.frames += decoded instanceof Decoded.Value ? 1 : 0;
  }

  /** Takes everything and keeps sums, so that nothing can be left out. */
  private static final class Sums implements BarePass.Sink, ReadingSink {

    private double total;
    private long frames;
    private long fields;

    @Override
    public void sentence(byte[] bytes, int[] places, int count) {
      frames++;
      fields += places[count] - places[0];
    }

    @Override
    public void sentence(String talker, String formatter) {
      frames++;
    }

    @Override
    public void reading(Quantity quantity, double value, Quality quality) {
      total += value;
    }

    @Override
    public void unsupported(String what) {
      frames++;
    }

    @Override
    public void malformed(Reason reason, String detail) {
      frames++;
    }
  }
}
