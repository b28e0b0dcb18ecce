/**
 * The survey form as a person reads it: every line with its name, symbol, unit and value, what it
 * may be trusted with, and where to sign.
 *
 * <p><b>Owns</b> the layout, on a screen of characters and on one page of paper. <b>Data flow</b>:
 * {@link org.plimsoll.naval.sheet.SurveyColumn}s enter a {@link
 * org.plimsoll.naval.sheet.SurveySheet}, a {@link org.plimsoll.naval.sheet.Sheet} leaves it and
 * becomes text ({@link org.plimsoll.naval.sheet.SheetText}) or a page ({@link
 * org.plimsoll.naval.sheet.SheetPage}). <b>Threads</b>: every type is immutable. <b>Does not</b>
 * calculate, and lets no text pass into a page as markup.
 */
@NullMarked
package org.plimsoll.naval.sheet;

import org.jspecify.annotations.NullMarked;
