package org.plimsoll.simulator;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/**
 * The calls of the C library that pseudo-terminals and {@link PowerSwitch} take; Linux, any
 * architecture of JNA. Each throws {@link LastErrorException} with {@code errno} when it fails.
 */
interface LibC extends Library {

  int O_RDONLY = 0;
  int O_RDWR = 2;
  int O_NOCTTY = 0x100;
  int O_NONBLOCK = 0x800;
  int O_CLOEXEC = 0x80000;

  int EINTR = 4;
  int EIO = 5;
  int EAGAIN = 11;

  short POLLIN = 1;
  short POLLHUP = 0x10;

  /** {@code TCSANOW}. */
  int NOW = 0;

  /** {@code struct termios} takes 60 bytes on Linux; no port of it takes more than this. */
  int TERMIOS_BYTES = 256;

  /** {@code struct pollfd}: int fd, short events, short revents. */
  int POLLFD_BYTES = 8;

  static LibC load() {
    return Native.load("c", LibC.class);
  }

  int posix_openpt(int flags) throws LastErrorException;

  int grantpt(int fd) throws LastErrorException;

  int unlockpt(int fd) throws LastErrorException;

  /** Returns the error number instead of setting it. */
  int ptsname_r(int fd, byte[] buffer, long length);

  int open(String path, int flags, int mode) throws LastErrorException;

  int ioctl(int fd, NativeLong request, IntByReference argument) throws LastErrorException;

  int tcgetattr(int fd, Pointer termios) throws LastErrorException;

  void cfmakeraw(Pointer termios);

  int tcsetattr(int fd, int when, Pointer termios) throws LastErrorException;

  int poll(Pointer descriptors, long count, int timeoutMillis) throws LastErrorException;

  long read(int fd, byte[] buffer, long length) throws LastErrorException;

  long write(int fd, byte[] buffer, long length) throws LastErrorException;

  int close(int fd) throws LastErrorException;
}
