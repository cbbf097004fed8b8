/** Sage Business Cloud Accounting v3.1. */
module dev.ledgerkit.sage {
  requires transitive dev.ledgerkit.core;
  requires static io.soabase.recordbuilder.core; // annotations of the generated builders,
  requires static java.compiler; // @Generated among them
}
