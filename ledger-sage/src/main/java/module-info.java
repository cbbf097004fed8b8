/** Sage Business Cloud Accounting v3.1. */
module dev.ledgerkit.sage {
  requires transitive dev.ledgerkit.core;
  requires transitive tools.jackson.databind; // models hand out unknown fields as JsonNode
  requires static io.soabase.recordbuilder.core; // annotations of the generated builders,
  requires static java.compiler; // @Generated among them

  exports dev.ledgerkit.sage;
  exports dev.ledgerkit.sage.draft;
  exports dev.ledgerkit.sage.model;
  exports dev.ledgerkit.sage.query;

  opens dev.ledgerkit.sage to
      tools.jackson.databind;
}
