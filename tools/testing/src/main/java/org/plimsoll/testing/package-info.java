/**
 * What the tests of every module share.
 *
 * <p><b>Owns</b> how long a test waits for another thread or process ({@link
 * org.plimsoll.testing.UnhurriedTests}). <b>Data flow</b>: the launcher of a test run finds it by
 * its service file, before any test. <b>Threads</b>: the launcher's. <b>Does not</b> know the
 * product.
 */
@NullMarked
package org.plimsoll.testing;

import org.jspecify.annotations.NullMarked;
