package dev.bookplate.origin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Marks the one place where an API that is banned elsewhere is the right one; the value says why.
 */
@Retention(RetentionPolicy.CLASS)
public @interface Allowed {
  /** Why the ban does not apply here. */
  String value();
}
