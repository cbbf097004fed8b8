package dev.ledgerkit.core.provider;

/**
 * One entry of a reference list, as a dropdown shows it.
 *
 * @param id what a mapping stores
 * @param label what a person reads
 * @param detail what tells two alike apart: a percentage, a nominal code, a currency; may be empty
 * @param active whether it may be chosen for something new
 * @since 0.1
 */
public record ReferenceItem(String id, String label, String detail, boolean active) {}
