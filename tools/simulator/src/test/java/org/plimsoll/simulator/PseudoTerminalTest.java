package org.plimsoll.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Against the kernel: a terminal is a wire. */
class PseudoTerminalTest {

  @Test
  void bytesCrossUnchangedInBothDirections() throws IOException {
    try (PseudoTerminal terminal = PseudoTerminal.open();
        RandomAccessFile program = new RandomAccessFile(terminal.device().toFile(), "rw")) {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      assertThat(terminal.write(all)).isEqualTo(256);
      byte[] heard = new byte[256];
      program.readFully(heard);
      assertThat(heard).isEqualTo(all);

      program.write(all);
      byte[] answered = new byte[512];
      assertThat(terminal.read(answered)).isEqualTo(256);
      assertThat(answered).startsWith(all);
      assertThat(terminal.read(answered)).as("no echo, nothing more").isZero();
    }
  }

  @Test
  void knowsWhetherAProgramHasItOpen() throws IOException {
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      assertThat(terminal.isHeard()).isFalse();
      assertThat(terminal.read(new byte[8])).isZero();
      try (RandomAccessFile program = new RandomAccessFile(terminal.device().toFile(), "rw")) {
        assertThat(terminal.isHeard()).isTrue();
        program.write("SI\r\n".getBytes(US_ASCII));
      }
      assertThat(terminal.isHeard()).isFalse();
    }
  }

  @Test
  void aProgramThatDoesNotReadBlocksNobody() throws IOException {
    try (PseudoTerminal terminal = PseudoTerminal.open();
        RandomAccessFile program = new RandomAccessFile(terminal.device().toFile(), "rw")) {
      long taken = 0;
      byte[] kilobyte = new byte[1024];
      for (int i = 0; i < 1000; i++) {
        taken += terminal.write(kilobyte);
      }
      assertThat(taken).isPositive().isLessThan(1_000_000);
      assertThat(program.getFD().valid()).isTrue();
    }
  }

  @Test
  void closingItPullsThePlug() throws IOException {
    PseudoTerminal terminal = PseudoTerminal.open();
    try (RandomAccessFile program = new RandomAccessFile(terminal.device().toFile(), "rw")) {
      terminal.close();
      terminal.close();
      assertThatThrownBy(() -> program.write(1)).isInstanceOf(IOException.class);
      assertThat(Files.exists(terminal.device())).isFalse();
      assertThatThrownBy(() -> terminal.write(new byte[1]))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
