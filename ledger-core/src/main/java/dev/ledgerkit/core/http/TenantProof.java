package dev.ledgerkit.core.http;

/**
 * What shows of which tenant an answer is, where the call was made before the binding was locked to
 * one.
 *
 * @since 0.1
 */
public enum TenantProof {
  /** Nothing but the tenant the request named. */
  REQUEST,
  /** The answer itself, also where the request named none; see {@link ApiDialect#answeredFor}. */
  ANSWER,
  /** The grant: its tokens reach one tenant only, and calls need not name it. */
  GRANT
}
