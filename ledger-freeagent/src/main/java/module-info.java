/** FreeAgent v2. */
module dev.ledgerkit.freeagent {
  requires transitive dev.ledgerkit.core;
  requires transitive tools.jackson.databind; // models hand out unknown fields as JsonNode
  requires static io.soabase.recordbuilder.core; // annotations of the generated builders,
  requires static java.compiler; // @Generated among them

  exports dev.ledgerkit.freeagent;
  exports dev.ledgerkit.freeagent.draft;
  exports dev.ledgerkit.freeagent.model;
  exports dev.ledgerkit.freeagent.query;

  opens dev.ledgerkit.freeagent to
      tools.jackson.databind;
  opens dev.ledgerkit.freeagent.model to
      tools.jackson.databind;
  opens dev.ledgerkit.freeagent.draft to
      tools.jackson.databind;
}
