package org.plimsoll.naval.form;

/** What a form came to. */
public sealed interface FormResult {

  /** Filled in as far as the survey was given. */
  record Completed(CompletedForm form) implements FormResult {}

  /**
   * It cannot be filled in.
   *
   * @param reason what is impossible or missing, in words
   */
  record Refused(String reason) implements FormResult {}
}
