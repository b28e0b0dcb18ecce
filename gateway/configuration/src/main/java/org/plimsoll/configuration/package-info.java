/**
 * One YAML file, read once, with every problem reported at once.
 *
 * <p><b>Owns</b> the reading of a configuration file: marks, ranges, durations, references to
 * secrets, and the wording of problems. Each package of the gateway owns its own record and reads
 * it from a {@link org.plimsoll.configuration.Section}. <b>Data flow</b>: {@link
 * org.plimsoll.configuration.ConfigFile#read} makes a tree, getters of {@code Section} take values
 * out of it and note problems, {@link org.plimsoll.configuration.ConfigFile#finish} adds the keys
 * that nobody asked for. <b>Threads</b>: confined to the thread that starts the process. <b>Does
 * not</b> watch the file, merge files, read the environment or know any key.
 */
@NullMarked
package org.plimsoll.configuration;

import org.jspecify.annotations.NullMarked;
