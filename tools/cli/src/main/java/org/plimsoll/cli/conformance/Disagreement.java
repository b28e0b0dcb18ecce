package org.plimsoll.cli.conformance;

/**
 * One field that came out differently.
 *
 * @param record the record's id
 * @param field its name in the corpus
 */
record Disagreement(String record, String field, String expected, String got) {}
