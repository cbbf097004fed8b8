package dev.ledgerkit.testkit.freeagent.books;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All companies of one simulator.
 *
 * <p>Safe for use by many threads once it is open.
 *
 * @since 0.1
 */
public final class Books {
  private final Links links = new Links();
  private final Map<String, Company> companies = new LinkedHashMap<>();

  /** Companies without content yet. */
  public Books(BooksSettings settings, List<CompanyProfile> profiles) {
    AtomicLong ids = new AtomicLong(1000);
    for (CompanyProfile profile : profiles) {
      companies.put(profile.subdomain(), new Company(settings, profile, links, ids));
    }
  }

  /** The simulator listens; what the companies begin with is planted. */
  public void open(String baseUri) {
    links.open(baseUri);
    companies.values().forEach(Company::plant);
  }

  /** URLs as the simulator makes them. */
  public Links links() {
    return links;
  }

  /** In the order they were configured. */
  public Collection<Company> companies() {
    return companies.values();
  }

  /** Empty if no company has this subdomain. */
  public Optional<Company> company(String subdomain) {
    return Optional.ofNullable(companies.get(subdomain));
  }
}
