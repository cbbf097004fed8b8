package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.oauth.OauthClient;
import java.net.URI;
import java.util.List;

/**
 * An accounting service, as the core needs to know it.
 *
 * <p>Immutable and safe for use by many threads. Nothing in the core asks which provider it has;
 * what differs between them is here.
 *
 * @since 0.1
 */
public interface LedgerProvider {

  /** Its name as people read it; also what bindings store. */
  String name();

  /**
   * Checks a region or environment and returns it in the provider's own spelling.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value and the ones there are
   */
  String region(String requested);

  /** The client registration for a region. */
  OauthClient oauthClient(String region);

  /**
   * Checks a scope and returns it in the provider's spelling; an empty one gives the default.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value and the ones there are
   */
  String scope(String requested);

  /** Whether PKCE is sent. */
  boolean pkce();

  /** Where to send the merchant. */
  URI consentUri(ConsentRequest request);

  /**
   * Reads the URL the merchant came back with.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither an agreement nor a refusal
   */
  ConsentAnswer consentAnswer(URI callback);

  /** How its API is spoken. */
  ApiDialect api();

  /**
   * The businesses the grant of this binding reaches. Throws what {@link ApiClient#call} throws.
   */
  List<Business> businesses(ApiClient api, BindingId binding);

  /** The lists a settings page needs. */
  List<ReferenceList> referenceLists();
}
