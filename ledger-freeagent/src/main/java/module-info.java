/** FreeAgent v2. */
module dev.ledgerkit.freeagent {
  requires transitive dev.ledgerkit.core;
  requires static io.soabase.recordbuilder.core; // annotations of the generated builders,
  requires static java.compiler; // @Generated among them
}
