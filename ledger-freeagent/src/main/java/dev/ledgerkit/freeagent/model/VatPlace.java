package dev.ledgerkit.freeagent.model;

/**
 * Where a company stands as to the European Union's rules of VAT, which since 2021 differ within
 * the United Kingdom.
 *
 * @since 0.1
 */
public enum VatPlace {
  /** England, Scotland and Wales: outside those rules for documents since 1 January 2021. */
  GREAT_BRITAIN,
  /** Still under those rules for goods. */
  NORTHERN_IRELAND,
  /** Any other country. */
  ELSEWHERE
}
