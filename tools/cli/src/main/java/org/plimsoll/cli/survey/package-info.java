/**
 * {@code survey FILE}: readings from a file, the whole draught survey form out.
 *
 * <p><b>Owns</b> the keys of the file and the JSON of the result. <b>Data flow</b>: file → {@link
 * org.plimsoll.cli.survey.SurveyFile} → {@link org.plimsoll.cli.survey.Surveyor} → a sheet of
 * {@code org.plimsoll.naval.sheet} or {@link org.plimsoll.cli.survey.SurveyJson}. <b>Threads</b>:
 * the caller's. <b>Does not</b> calculate or lay out: that is {@code org.plimsoll.naval}.
 */
@NullMarked
package org.plimsoll.cli.survey;

import org.jspecify.annotations.NullMarked;
